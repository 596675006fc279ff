using DataEnvGym.Core.Curricula;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Episodes.Activities;
using DataEnvGym.Core.Episodes.Reports;
using DataEnvGym.Local.Artifacts;
using DataEnvGym.Local.Engine;
using DataEnvGym.Local.Runs;

namespace DataEnvGym.Cli.Hosting;

/// <summary>Runs an episode in this process, in its run folder.</summary>
internal static class EpisodeHost
{
    /// <summary>Starts the run in a folder or goes on with it, to its end.</summary>
    /// <returns>Its report, which also stands in the folder.</returns>
    public static async Task<EpisodeReport> RunAsync(RunFolder folder, IEngineObserver? observer, CancellationToken cancellationToken)
    {
        var spec = await RunReader.ReadSpecAsync(folder, cancellationToken);
        using var run = LocalRun.Open(folder);

        // Whoever resumes a failed run has mended what was wrong: a full disk, a missing file.
        run.TakeBackFailures();
        var registry = new EngineRegistry();
        var runs = Path.GetDirectoryName(folder.FullPath)!;
        var services = Composition.Services(run.Artifacts, new FileArtifactStores(runs));
        registry.AddEpisodes(services);
        registry.AddCurricula(services, CurriculumFolders.Documents(runs));
        using var engine = run.CreateEngine(registry, TimeProvider.System, observer: observer);
        if (await CurriculumFolders.ReadRunAsync(folder, cancellationToken) is { } curriculum)
        {
            await CurriculumFolders.RunAsync(engine, curriculum, cancellationToken);
        }
        else
        {
            var id = EpisodeIds.Of(spec);
            await engine.RunAsync(EpisodeNames.Episode, id, new EpisodeState(id, spec), cancellationToken);
        }

        foreach (var (name, path) in new[]
        {
            (ReportActivity.CurveName, folder.Curve), (ReportActivity.MarkdownName, folder.ReportMarkdown), (ReportActivity.JsonName, folder.ReportJson),
        })
        {
            await AtomicFile.WriteAsync(path, stream => CopyAsync(Path.Combine(folder.Artifacts, name), stream, cancellationToken), cancellationToken);
        }

        return (await RunReader.ReadReportAsync(folder, cancellationToken))!;
    }

    private static async Task CopyAsync(string from, Stream to, CancellationToken cancellationToken)
    {
        await using var source = File.OpenRead(from);
        await source.CopyToAsync(to, cancellationToken);
    }
}
