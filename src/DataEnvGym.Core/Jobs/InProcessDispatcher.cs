using DataEnvGym.Core.Artifacts;
using DataEnvGym.Core.Students;

namespace DataEnvGym.Core.Jobs;

/// <summary>Does student work at once, in this process. An error is the activity's own: the engine decides about another try.</summary>
/// <param name="lab">Who does it.</param>
/// <param name="artifacts">The run's artefacts.</param>
public sealed class InProcessDispatcher(IStudentLab lab, IArtifactStore artifacts) : IJobDispatcher
{
    /// <inheritdoc/>
    public async Task<JobStart> StartAsync(StartJobInput input, IProgress<WorkProgress> progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(input);
        return new() { Result = await JobExecution.RunAsync(lab, artifacts, input.Request.Work, null, progress, cancellationToken) };
    }

    /// <inheritdoc/>
    public Task<JobCheck> CheckAsync(JobAttempt attempt, IProgress<WorkProgress> progress, CancellationToken cancellationToken) =>
        throw new JobException("Work in this process is done when it has started; there is nothing to look at.");

    /// <inheritdoc/>
    public Task CancelAsync(JobAttempt attempt, CancellationToken cancellationToken) => Task.CompletedTask;
}
