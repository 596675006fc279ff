using System.Text.Json;
using DataEnvGym.Cli.Commands;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Episodes.Reports;
using DataEnvGym.Core.Experiments;
using DataEnvGym.Core.Json;
using DataEnvGym.Local.Runs;

namespace DataEnvGym.Cli.Hosting.Experiments;

/// <summary>The runs of an experiment, each an ordinary run in a folder of its own: what is finished is read, what was interrupted goes on, what is missing is started.</summary>
/// <param name="root">The folder of all of them.</param>
internal sealed class ExperimentFolder(string root)
{
    /// <summary>Where it lies.</summary>
    public string FullPath { get; } = Path.GetFullPath(root);

    /// <summary>The folder of a run.</summary>
    public RunFolder Of(PlannedRun run) => new(FullPath, RunId.Parse(run.Name));

    /// <summary>The report of a run that is finished; nothing for another.</summary>
    public Task<EpisodeReport?> ReadReportAsync(PlannedRun run, CancellationToken cancellationToken) => RunReader.ReadReportAsync(Of(run), cancellationToken);

    /// <summary>How far a run is: <c>finished</c>, <c>interrupted</c>, <c>running</c>, <c>failed</c> or <c>waiting</c>.</summary>
    /// <exception cref="UsageException">The folder holds a run of another episode.</exception>
    public async Task<string> StateAsync(PlannedRun run, CancellationToken cancellationToken)
    {
        var folder = Of(run);
        if (!File.Exists(folder.Spec))
        {
            return "waiting";
        }

        await CheckAsync(run, cancellationToken);
        return File.Exists(folder.ReportJson) ? "finished" : (await RunSummary.ReadAsync(folder, cancellationToken)).State switch
        {
            "not started" => "waiting",
            "completed" => "interrupted", // its report is not in its place yet
            var state => state,
        };
    }

    /// <summary>Makes the folder of a run unless it is there already.</summary>
    /// <exception cref="UsageException">It holds a run of another episode, or cannot be made.</exception>
    public async Task<RunFolder> PrepareAsync(PlannedRun run, CancellationToken cancellationToken)
    {
        if (File.Exists(Of(run).Spec))
        {
            await CheckAsync(run, cancellationToken);
            return Of(run);
        }

        return await RunCreation.CreateAtAsync(Of(run).FullPath, run.Episode, cancellationToken);
    }

    // An experiment that was changed in between must not mix old runs with new ones.
    private async Task CheckAsync(PlannedRun run, CancellationToken cancellationToken)
    {
        var there = await RunReader.ReadSpecAsync(Of(run), cancellationToken);
        if (Text(there) != Text(run.Episode))
        {
            throw new UsageException($"{Of(run).FullPath} holds a run of another episode: the experiment was changed since; choose another folder with --out, or delete that run.");
        }
    }

    private static string Text(EpisodeSpec spec) => JsonSerializer.Serialize(spec, CoreJson.Default.EpisodeSpec);
}
