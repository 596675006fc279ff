using Microsoft.Extensions.Time.Testing;

namespace DataEnvGym.Jobs.Tests.Support;

/// <summary>Waits for what another task does.</summary>
internal static class Patiently
{
    private const int MostTicks = 8;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    public static async Task UntilAsync(Func<bool> condition)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (!condition())
        {
            TimeProvider.System.GetElapsedTime(started).ShouldBeLessThan(Longest, "what the test waits for did not happen");
            await Task.Yield();
        }
    }

    /// <summary>Lets a timer of the other task fire, which may not have been set yet: a few ticks, with a while after each.</summary>
    public static async Task TickUntilAsync(FakeTimeProvider time, TimeSpan tick, Func<bool> condition)
    {
        for (var ticks = 0; ticks < MostTicks && !condition(); ticks++)
        {
            time.Advance(tick);
            var started = TimeProvider.System.GetTimestamp();
            while (!condition() && TimeProvider.System.GetElapsedTime(started) < Longest / MostTicks)
            {
                await Task.Yield();
            }
        }

        condition().ShouldBeTrue("what the test waits for did not happen");
    }
}
