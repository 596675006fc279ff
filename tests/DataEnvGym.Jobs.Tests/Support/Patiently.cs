namespace DataEnvGym.Jobs.Tests.Support;

/// <summary>Waits for what another task does.</summary>
internal static class Patiently
{
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
}
