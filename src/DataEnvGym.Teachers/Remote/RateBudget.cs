namespace DataEnvGym.Teachers.Remote;

/// <summary>
/// A token bucket: a rate per minute, of which a tenth may be saved up. What is taken may leave it in debt, so that a single large call is possible and is paid
/// off before the next. For one caller at a time.
/// </summary>
/// <param name="perMinute">The rate; above 0.</param>
/// <param name="time">The clock.</param>
internal sealed class RateBudget(double perMinute, TimeProvider time)
{
    private readonly double most = Math.Max(1, perMinute / 10);
    private double level = Math.Max(1, perMinute / 10);
    private DateTimeOffset filled = time.GetUtcNow();

    /// <summary>How long to wait until an amount may be taken; zero if it may be now.</summary>
    public TimeSpan WaitFor(double amount)
    {
        Fill();
        var missing = Math.Min(amount, most) - level;

        // Rounded up, because a clock that is asked a tick too early would be asked again.
        return missing <= 1e-6 ? TimeSpan.Zero : TimeSpan.FromMilliseconds(Math.Ceiling(missing / perMinute * 60_000));
    }

    /// <summary>Takes an amount; a negative one gives back what was taken too much.</summary>
    public void Take(double amount)
    {
        Fill();
        level = Math.Min(most, level - amount);
    }

    private void Fill()
    {
        var now = time.GetUtcNow();
        if (now > filled)
        {
            level = Math.Min(most, level + ((now - filled).TotalMinutes * perMinute));
            filled = now;
        }
    }
}
