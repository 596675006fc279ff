using Microsoft.Extensions.Time.Testing;

namespace DataEnvGym.EndToEnd.Tests.Support;

/// <summary>A clock that stands still until a test moves it; whoever sets a one-shot timer on it finds that its time has come.</summary>
internal sealed class FrozenClock() : FakeTimeProvider(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero))
{
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        if (period == Timeout.InfiniteTimeSpan)
        {
            ThreadPool.QueueUserWorkItem(_ => Advance(dueTime));
        }

        return timer;
    }
}
