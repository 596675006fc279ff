namespace DataEnvGym.Students.Tests;

/// <summary>A clock that goes on by a fixed time whenever it is read.</summary>
internal sealed class SteppingClock(TimeSpan step) : TimeProvider
{
    private long reads;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Interlocked.Increment(ref reads) * step.Ticks;
}
