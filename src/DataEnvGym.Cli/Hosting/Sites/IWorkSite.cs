using DataEnvGym.Core.Artifacts;
using DataEnvGym.Core.Jobs;
using DataEnvGym.Local.Engine;

namespace DataEnvGym.Cli.Hosting.Sites;

/// <summary>Where the artefacts of a run are and who does its student work.</summary>
internal interface IWorkSite : IAsyncDisposable
{
    /// <summary>The run's artefacts.</summary>
    IArtifactStore Artifacts { get; }

    /// <summary>The artefacts of other runs.</summary>
    IArtifactStores OtherRuns { get; }

    /// <summary>Who does student work.</summary>
    IJobDispatcher Jobs { get; }

    /// <summary>Serves an engine while it runs: tells it what workers have done. Ends when cancelled.</summary>
    Task ServeAsync(LocalEngine engine, CancellationToken cancellationToken);

    /// <summary>Brings everything that the run has made into the run's folder.</summary>
    Task CollectAsync(CancellationToken cancellationToken);
}
