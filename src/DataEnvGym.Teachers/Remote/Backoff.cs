using DataEnvGym.Core;

namespace DataEnvGym.Teachers.Remote;

/// <summary>
/// How long to wait before the next try: a random share, from half to all, of a span that doubles from one second to a minute. What the service asks for is a
/// lower bound, up to <see cref="LongestPause"/>.
/// </summary>
internal static class Backoff
{
    /// <summary>Longest pause that a service is granted; whoever asks for more is asked again then.</summary>
    public static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(10);

    private const double First = 1;
    private const double Most = 60;

    /// <summary>The wait after try number <paramref name="attempt"/>, 1-based.</summary>
    public static TimeSpan After(int attempt, TimeSpan? retryAfter, Rng jitter)
    {
        var span = TimeSpan.FromSeconds(Math.Min(Most, First * Math.Pow(2, attempt - 1)) * (0.5 + (jitter.NextDouble() / 2)));
        var asked = retryAfter is { } wanted && wanted > LongestPause ? LongestPause : retryAfter ?? TimeSpan.Zero;
        return asked > span ? asked : span;
    }
}
