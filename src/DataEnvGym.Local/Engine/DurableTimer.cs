namespace DataEnvGym.Local.Engine;

/// <summary>Calls back once when the clock has reached a point in time, never before it.</summary>
internal sealed class DurableTimer : IDisposable
{
    // The platform's timers reach 49 days; a longer wait is made of several.
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(30);

    private readonly Lock gate = new();
    private readonly TimeProvider time;
    private readonly DateTimeOffset due;
    private readonly Action fired;
    private readonly ITimer timer;
    private bool done;

    public DurableTimer(TimeProvider time, DateTimeOffset due, Action fired)
    {
        this.time = time;
        this.due = due;
        this.fired = fired;
        lock (gate)
        {
            timer = time.CreateTimer(static state => ((DurableTimer)state!).Look(), this, NextWait(), Timeout.InfiniteTimeSpan);
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            done = true;
        }

        timer.Dispose();
    }

    private void Look()
    {
        lock (gate)
        {
            if (done)
            {
                return;
            }

            if (time.GetUtcNow() < due)
            {
                timer.Change(NextWait(), Timeout.InfiniteTimeSpan);
                return;
            }

            done = true;
        }

        fired();
    }

    private TimeSpan NextWait()
    {
        var left = due - time.GetUtcNow();
        return left <= TimeSpan.Zero ? TimeSpan.Zero : left < LongestWait ? TimeSpan.FromMilliseconds(Math.Ceiling(left.TotalMilliseconds)) : LongestWait;
    }
}
