using DataEnvGym.Core.Artifacts;
using DataEnvGym.Core.Jobs;
using DataEnvGym.Local.Artifacts;
using DataEnvGym.Local.Engine;
using DataEnvGym.Local.Runs;

namespace DataEnvGym.Cli.Hosting.Sites;

/// <summary>Everything in this process and in the run's folder.</summary>
internal sealed class LocalSite(LocalRun run) : IWorkSite
{
    public IArtifactStore Artifacts => run.Artifacts;

    public IArtifactStores OtherRuns { get; } = new FileArtifactStores(Path.GetDirectoryName(run.Folder.FullPath)!);

    public IJobDispatcher Jobs { get; } = new InProcessDispatcher(Composition.Lab(), run.Artifacts);

    public Task ServeAsync(LocalEngine engine, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task CollectAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
