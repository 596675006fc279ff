namespace DataEnvGym.Core.Workflows;

/// <summary>When and how often a failed activity is tried again.</summary>
/// <param name="MaxAttempts">Tries in all, the first included.</param>
/// <param name="FirstDelay">Wait before the second try.</param>
/// <param name="Backoff">Factor from one wait to the next; at least 1.</param>
/// <param name="MaxDelay">Longest wait.</param>
/// <param name="RetryOn">
/// Full names of the exception types worth a retry (a base type's name covers what derives from it); empty means every type but
/// <see cref="PermanentException"/>.
/// </param>
public sealed record RetryPolicy(int MaxAttempts, TimeSpan FirstDelay, double Backoff, TimeSpan MaxDelay, IReadOnlyList<string> RetryOn)
{
    /// <summary>Four tries over about seven seconds, for faults that pass: a locked file, a network that blinks.</summary>
    public static RetryPolicy Default { get; } = new(4, TimeSpan.FromSeconds(1), 2, TimeSpan.FromSeconds(30), []);

    /// <summary>A single try.</summary>
    public static RetryPolicy None { get; } = new(1, TimeSpan.Zero, 1, TimeSpan.Zero, []);

    /// <summary>Wait before the try after attempt number <paramref name="attempt"/> (1-based).</summary>
    public TimeSpan DelayAfter(int attempt)
    {
        var delay = FirstDelay.TotalMilliseconds * Math.Pow(Backoff, attempt - 1);
        return TimeSpan.FromMilliseconds(Math.Min(delay, MaxDelay.TotalMilliseconds));
    }
}

/// <summary>An error that another try cannot mend, such as bad input.</summary>
public class PermanentException(string message, Exception? inner = null) : Exception(message, inner);
