using DataEnvGym.Cli.Hosting.Sites;
using DataEnvGym.Core.Curricula;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Episodes.Activities;
using DataEnvGym.Core.Episodes.Reports;
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
        await using var sandbox = Composition.Sandbox();
        var registry = new EngineRegistry();
        var services = EpisodeComposition.Services(site.Artifacts, site.OtherRuns, site.Jobs, Composition.Teachers(folder), sandbox: sandbox);
        registry.AddEpisodes(services);
        registry.AddCurricula(services, CurriculumFolders.Documents(Path.GetDirectoryName(folder.FullPath)!));
        using var engine = run.CreateEngine(registry, TimeProvider.System, observer: observer);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var serving = site.ServeAsync(engine, ended.Token);
        try
        {
            await RunAsync(engine, folder, spec, cancellationToken);
            await site.CollectAsync(cancellationToken);
        }
        finally
        {
            await ended.CancelAsync();
            await serving;
        }

        // The report is where people look first: at the top of the folder.
        foreach (var (name, path) in new[]
        {
            (ReportActivity.CurveName, folder.Curve), (ReportActivity.MarkdownName, folder.ReportMarkdown), (ReportActivity.JsonName, folder.ReportJson),
        })
        {
            await AtomicFile.WriteAsync(path, stream => CopyAsync(Path.Combine(folder.Artifacts, name), stream, cancellationToken), cancellationToken);
        }

        return (await RunReader.ReadReportAsync(folder, cancellationToken))!;
    }

    private static async Task RunAsync(LocalEngine engine, RunFolder folder, EpisodeSpec spec, CancellationToken cancellationToken)
    {
        if (await CurriculumFolders.ReadRunAsync(folder, cancellationToken) is { } curriculum)
        {
            await CurriculumFolders.RunAsync(engine, curriculum, cancellationToken);
        }
        else
        {
            var id = EpisodeIds.Of(spec);
            await engine.RunAsync(EpisodeNames.Episode, id, new EpisodeState(id, spec), cancellationToken);
        }
    }

    private static async Task<IWorkSite> OpenSiteAsync(LocalRun run, Action<string> warn, CancellationToken cancellationToken)
    {
        var choice = await SiteChoice.ReadAsync(run.Folder, cancellationToken);
        return choice.IsLocal ? new LocalSite(run) : await DistributedSite.OpenAsync(run.Folder, choice, warn, TimeProvider.System, cancellationToken);
    }

    private static async Task CopyAsync(string from, Stream to, CancellationToken cancellationToken)
    {
        await using var source = File.OpenRead(from);
        await source.CopyToAsync(to, cancellationToken);
    }
}
