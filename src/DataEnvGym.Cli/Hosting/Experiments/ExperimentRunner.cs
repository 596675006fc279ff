using System.Runtime.ExceptionServices;
using DataEnvGym.Cli.Views;
using DataEnvGym.Core.Episodes.Reports;
using DataEnvGym.Core.Experiments;
using DataEnvGym.Local.Runs;

namespace DataEnvGym.Cli.Hosting.Experiments;

/// <summary>Runs an episode in a run folder to its end.</summary>
internal delegate Task<EpisodeReport> EpisodeRun(RunFolder folder, RunBoard board, CancellationToken cancellationToken);

/// <summary>Runs what an experiment still lacks, a few runs at a time.</summary>
/// <param name="folder">Where the runs lie.</param>
/// <param name="episode">Starts a run or goes on with it.</param>
/// <param name="board">Told what happens.</param>
internal sealed class ExperimentRunner(ExperimentFolder folder, EpisodeRun episode, ExperimentBoard board)
{
    /// <summary>
    /// Runs all that is not finished. A run that fails does not keep the others from being run; one that another process works on does, because that process
    /// does the same.
    /// </summary>
    /// <param name="runs">All runs of the experiment.</param>
    /// <param name="parallel">Runs at a time, at least 1.</param>
    /// <param name="cancellationToken">Interrupts the runs under way; the next call goes on with them.</param>
    /// <exception cref="RunLockedException">Another process works on a run.</exception>
    public async Task RunAsync(IReadOnlyList<PlannedRun> runs, int parallel, CancellationToken cancellationToken)
    {
        var missing = new List<PlannedRun>();
        foreach (var run in runs)
        {
            if (await folder.StateAsync(run, cancellationToken) == "finished")
            {
                board.Found(run.Name, (await folder.ReadReportAsync(run, cancellationToken))!);
            }
            else
            {
                missing.Add(run);
            }
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        ExceptionDispatchInfo? locked = null;
        try
        {
            await Parallel.ForEachAsync(missing, new ParallelOptions { MaxDegreeOfParallelism = parallel, CancellationToken = stop.Token }, async (run, token) =>
            {
                try
                {
                    await RunAsync(run, token);
                }
                catch (RunLockedException error)
                {
                    locked = ExceptionDispatchInfo.Capture(error);
                    await stop.CancelAsync();
                }
            });
        }
        catch (OperationCanceledException) when (locked is not null && !cancellationToken.IsCancellationRequested)
        {
        }

        locked?.Throw();
    }

    private async Task RunAsync(PlannedRun run, CancellationToken cancellationToken)
    {
        var runBoard = board.Begin(run.Name, run.Episode.Stop.Iterations);
        try
        {
            board.Finish(run.Name, await episode(await folder.PrepareAsync(run, cancellationToken), runBoard, cancellationToken));
        }
        catch (Exception error) when (error is not OperationCanceledException and not RunLockedException)
        {
            board.Fail(run.Name, error.Message.Split('\n')[0].TrimEnd());
        }
    }
}
