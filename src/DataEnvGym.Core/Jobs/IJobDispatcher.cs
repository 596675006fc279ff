using DataEnvGym.Core.Students;

namespace DataEnvGym.Core.Jobs;

/// <summary>Gets student work done: in this process, or by workers elsewhere. Starting the same attempt twice is the same as starting it once.</summary>
public interface IJobDispatcher
{
    /// <summary>Starts an attempt, or does the work at once.</summary>
    /// <param name="input">What to start.</param>
    /// <param name="progress">Told how far work is that is done at once.</param>
    /// <param name="cancellationToken">Stops work that is done at once.</param>
    Task<JobStart> StartAsync(StartJobInput input, IProgress<WorkProgress> progress, CancellationToken cancellationToken);

    /// <summary>Looks how an attempt is doing.</summary>
    Task<JobCheck> CheckAsync(JobAttempt attempt, IProgress<WorkProgress> progress, CancellationToken cancellationToken);

    /// <summary>Asks the worker of an attempt to stop, and its platform too. What it still delivers is ignored.</summary>
    Task CancelAsync(JobAttempt attempt, CancellationToken cancellationToken);
}
