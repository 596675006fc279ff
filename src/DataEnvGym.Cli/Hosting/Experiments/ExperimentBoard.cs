using DataEnvGym.Cli.Views;
using DataEnvGym.Core.Episodes.Reports;

namespace DataEnvGym.Cli.Hosting.Experiments;

/// <summary>What is known of an experiment under way. Safe to use from several threads.</summary>
/// <param name="total">Number of its runs.</param>
/// <param name="parallel">Runs at a time.</param>
/// <param name="time">The clock.</param>
internal sealed class ExperimentBoard(int total, int parallel, TimeProvider time)
{
    private readonly Lock gate = new();
    private readonly List<double> seconds = [];
    private readonly Dictionary<string, UnderWay> running = [];
    private readonly List<RunFailure> failures = [];

    /// <summary>Raised with a line for people when a run begins, ends, fails or warns.</summary>
    public event Action<string>? Said;

    /// <summary>The runs that failed.</summary>
    public IReadOnlyList<RunFailure> Failures
    {
        get
        {
            lock (gate)
            {
                return [.. failures];
            }
        }
    }

    /// <summary>A run is finished from before.</summary>
    public void Found(string run, EpisodeReport report)
    {
        lock (gate)
        {
            seconds.Add(report.Seconds.Total());
        }

        Said?.Invoke($"{run}  was finished before: sealed test {ReportMarkdown.Share(report.Test.After)}");
    }

    /// <summary>A run begins or goes on.</summary>
    /// <param name="run">Its name.</param>
    /// <param name="iterations">How many iterations it may have, if that is limited.</param>
    public RunBoard Begin(string run, int? iterations)
    {
        var board = new RunBoard(time);
        board.Warned += message => Said?.Invoke($"{run}  warning: {message}");
        lock (gate)
        {
            running[run] = new(run, board, iterations, time.GetTimestamp());
        }

        Said?.Invoke($"{run}  begins");
        return board;
    }

    /// <summary>A run has ended.</summary>
    public void Finish(string run, EpisodeReport report)
    {
        ExperimentProgress progress;
        lock (gate)
        {
            seconds.Add(report.Seconds.Total());
            running.Remove(run);
            progress = Progress();
        }

        Said?.Invoke($"{run}  done in {report.Seconds.Total():0} s: sealed test {ReportMarkdown.Share(report.Test.After)}  [{progress}]");
    }

    /// <summary>A run has failed.</summary>
    public void Fail(string run, string message)
    {
        lock (gate)
        {
            running.Remove(run);
            failures.Add(new(run, message));
        }

        Said?.Invoke($"{run}  failed: {message}");
    }

    /// <summary>How far all is, and the runs under way.</summary>
    public (ExperimentProgress Progress, IReadOnlyList<UnderWay> Running) Snapshot()
    {
        lock (gate)
        {
            return (Progress(), [.. running.Values.OrderBy(run => run.Started)]);
        }
    }

    private ExperimentProgress Progress() => ExperimentProgress.Of(
        total, parallel, seconds, failures.Count, [.. running.Values.Select(run => (run.Share(), time.GetElapsedTime(run.Started).TotalSeconds))]);
}

/// <summary>A run that failed.</summary>
/// <param name="Run">Its name.</param>
/// <param name="Message">Why.</param>
internal sealed record RunFailure(string Run, string Message);

/// <summary>A run under way.</summary>
/// <param name="Run">Its name.</param>
/// <param name="Board">What is known of it.</param>
/// <param name="Iterations">How many iterations it may have, if that is limited.</param>
/// <param name="Started">Time stamp of when it began or went on.</param>
internal sealed record UnderWay(string Run, RunBoard Board, int? Iterations, long Started)
{
    /// <summary>How much of it is done, 0..1; 0 while that is not known.</summary>
    public double Share() => Iterations is > 0 and var limit && Board.Snapshot().Status is { Curve.Count: > 1 and var points } ? Math.Min(1, (points - 1.0) / limit) : 0;
}
