using DataEnvGym.Core.Students;
using DataEnvGym.Core.Workflows;

namespace DataEnvGym.Core.Jobs;

/// <summary>See <see cref="IJobDispatcher.StartAsync"/>.</summary>
internal sealed class StartJobActivity(IJobDispatcher jobs) : IActivity<StartJobInput, JobStart>
{
    public Task<JobStart> RunAsync(StartJobInput input, IProgress<WorkProgress> progress, CancellationToken cancellationToken) =>
        jobs.StartAsync(input, progress, cancellationToken);
}

/// <summary>See <see cref="IJobDispatcher.CheckAsync"/>.</summary>
internal sealed class CheckJobActivity(IJobDispatcher jobs) : IActivity<JobAttempt, JobCheck>
{
    public Task<JobCheck> RunAsync(JobAttempt input, IProgress<WorkProgress> progress, CancellationToken cancellationToken) =>
        jobs.CheckAsync(input, progress, cancellationToken);
}

/// <summary>See <see cref="IJobDispatcher.CancelAsync"/>.</summary>
internal sealed class CancelJobActivity(IJobDispatcher jobs) : IActivity<JobAttempt, bool>
{
    public async Task<bool> RunAsync(JobAttempt input, IProgress<WorkProgress> progress, CancellationToken cancellationToken)
    {
        await jobs.CancelAsync(input, cancellationToken);
        return true;
    }
}
