namespace DataEnvGym.Functions.Tests;

/// <summary>A clock that runs fast, so that a test does not take hours: an hour passes in a second.</summary>
internal sealed class FastClock
{
    private const int Speed = 3600;
    private readonly DateTime start = TimeProvider.System.GetUtcNow().UtcDateTime;

    public DateTime Now => FromReal(TimeProvider.System.GetUtcNow().UtcDateTime);

    public DateTime FromReal(DateTime real) => start + (real.ToUniversalTime() - start) * Speed;

    // A tick later, because division rounds and a timer may not be early.
    public DateTime ToReal(DateTime fast) => start + (fast.ToUniversalTime() - start) / Speed + TimeSpan.FromTicks(1);
}
