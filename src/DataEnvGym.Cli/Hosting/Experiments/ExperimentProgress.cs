using System.Globalization;

namespace DataEnvGym.Cli.Hosting.Experiments;

/// <summary>How far an experiment is.</summary>
/// <param name="Done">Finished runs.</param>
/// <param name="Total">All runs.</param>
/// <param name="Left">Time that is probably left; nothing while no run can say how long one takes.</param>
internal readonly record struct ExperimentProgress(int Done, int Total, TimeSpan? Left)
{
    /// <summary>Counts what is done and estimates what is left.</summary>
    /// <param name="total">All runs.</param>
    /// <param name="parallel">Runs at a time.</param>
    /// <param name="finished">Seconds that each finished run took.</param>
    /// <param name="failed">Runs that failed, which are not run again.</param>
    /// <param name="running">Of each run under way, the share that is done (0..1) and the seconds since it began or went on.</param>
    public static ExperimentProgress Of(int total, int parallel, IReadOnlyList<double> finished, int failed, IReadOnlyList<(double Share, double Seconds)> running)
    {
        // Until a run has finished, one that is half done tells the most.
        var each = finished.Count > 0
            ? finished.Average()
            : running.Where(run => run.Share > 0).Select(run => (double?)(run.Seconds / run.Share)).DefaultIfEmpty(null).Max();
        var left = total - finished.Count - failed - running.Sum(run => run.Share);
        return new(finished.Count, total, each is { } seconds ? TimeSpan.FromSeconds(Math.Max(0, left) * seconds / Math.Min(parallel, Math.Max(1, total))) : null);
    }

    /// <summary>Such as <c>4/12, about 5:04 left</c>.</summary>
    public override string ToString() => $"{Done}/{Total}{(Left is { } left && Done < Total ? $", about {Format(left)} left" : "")}";

    private static string Format(TimeSpan time) => time.ToString(time.TotalHours >= 1 ? @"h\:mm\:ss" : @"m\:ss", CultureInfo.InvariantCulture);
}
