using DataEnvGym.Cli.Hosting.Sites;
using DataEnvGym.Core.Artifacts;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Episodes.Activities;
using DataEnvGym.Core.Episodes.Reports;
using DataEnvGym.Core.Json;
using DataEnvGym.Hosting;
using DataEnvGym.Local.Engine;
using DataEnvGym.Local.Runs;

namespace DataEnvGym.Cli.Hosting;

/// <summary>Runs an episode with an engine in this process, in its run folder.</summary>
internal static class EpisodeHost
{
    /// <summary>Starts the run in a folder or goes on with it, to its end.</summary>
    /// <param name="folder">The run.</param>
    /// <param name="observer">Told what happens.</param>
    /// <param name="warn">Told what goes wrong around the run.</param>
    /// <param name="cancellationToken">Stops the run; it can be resumed.</param>
    /// <returns>Its report, which also stands in the folder.</returns>
    public static async Task<EpisodeReport> RunAsync(RunFolder folder, IEngineObserver? observer, Action<string> warn, CancellationToken cancellationToken)
    {
        var spec = await RunReader.ReadSpecAsync(folder, cancellationToken);
        using var run = LocalRun.Open(folder);

        // Whoever resumes a failed run has mended what was wrong: a full disk, a missing file.
        run.TakeBackFailures();
        await using var site = await OpenSiteAsync(run, warn, cancellationToken);
        var registry = new EngineRegistry();
        registry.AddEpisodes(EpisodeComposition.Services(site.Artifacts, site.OtherRuns, site.Jobs));
        using var engine = run.CreateEngine(registry, TimeProvider.System, observer: observer);
        var id = EpisodeIds.Of(spec);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var serving = site.ServeAsync(engine, ended.Token);
        try
        {
            var outcome = await engine.RunAsync(EpisodeNames.Episode, id, new EpisodeState(id, spec), cancellationToken);
            await site.CollectAsync(cancellationToken);
            return await PublishAsync(folder, site.Artifacts, outcome.Report, cancellationToken);
        }
        finally
        {
            await ended.CancelAsync();
            await serving;
        }
    }

    private static async Task<IWorkSite> OpenSiteAsync(LocalRun run, Action<string> warn, CancellationToken cancellationToken)
    {
        var choice = await SiteChoice.ReadAsync(run.Folder, cancellationToken);
        return choice.IsLocal ? new LocalSite(run) : await DistributedSite.OpenAsync(run.Folder, choice, warn, TimeProvider.System, cancellationToken);
    }

    // The report is where people look first: at the top of the folder.
    private static async Task<EpisodeReport> PublishAsync(RunFolder folder, IArtifactStore artifacts, ArtifactRef report, CancellationToken cancellationToken)
    {
        foreach (var (name, path) in new[]
        {
            (ReportActivity.CurveName, folder.Curve), (ReportActivity.MarkdownName, folder.ReportMarkdown), (ReportActivity.JsonName, folder.ReportJson),
        })
        {
            await AtomicFile.WriteAsync(path, stream => CopyAsync(Path.Combine(folder.Artifacts, name), stream, cancellationToken), cancellationToken);
        }

        return await artifacts.ReadJsonAsync(report, CoreJson.Default.EpisodeReport, cancellationToken);
    }

    private static async Task CopyAsync(string from, Stream to, CancellationToken cancellationToken)
    {
        await using var source = File.OpenRead(from);
        await source.CopyToAsync(to, cancellationToken);
    }
}
