using DataEnvGym.Core.Students;
using DataEnvGym.Core.Workflows;

namespace DataEnvGym.Core.Episodes.Activities;

/// <summary>Puts the base checkpoint into the run, where every reset finds it.</summary>
public sealed class PrepareActivity(EpisodeServices services) : IActivity<PrepareInput, CheckpointRef>
{
    /// <inheritdoc/>
    public Task<CheckpointRef> RunAsync(PrepareInput input, IProgress<WorkProgress> progress, CancellationToken cancellationToken) =>
        services.Students.PrepareBaseAsync(input.Student, services.Artifacts, cancellationToken);
}
