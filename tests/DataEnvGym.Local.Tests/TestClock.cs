using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;

namespace DataEnvGym.Local.Tests;

/// <summary>A clock that stands still until it is told, and tells when someone sets a one-shot timer on it.</summary>
internal sealed class TestClock() : FakeTimeProvider(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero))
{
    private readonly Channel<bool> timersSet = Channel.CreateUnbounded<bool>();

    /// <summary>Whether each timer fires as soon as it is set, with the clock moved to its due time.</summary>
    public bool SkipsTimers { get; set; }

    /// <summary>Waits until a timer is set that was not waited for before.</summary>
    public Task TimerSetAsync() => timersSet.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20));

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        if (period == Timeout.InfiniteTimeSpan)
        {
            timersSet.Writer.TryWrite(true);
            if (SkipsTimers)
            {
                ThreadPool.QueueUserWorkItem(_ => Advance(dueTime));
            }
        }

        return timer;
    }
}
