using DataEnvGym.Core.Jobs;
using DataEnvGym.Jobs.Contract;

namespace DataEnvGym.Jobs.Running;

/// <summary>Is told what a worker does, for logs. Never gets a secret.</summary>
public interface IJobObserver
{
    /// <summary>An attempt begins.</summary>
    void Began(JobPaths attempt, string kind, int delivery);

    /// <summary>The worker is through with an attempt.</summary>
    void Ended(JobPaths attempt, JobOutcome outcome, TimeSpan elapsed);

    /// <summary>The work of an attempt failed.</summary>
    void WorkFailed(JobPaths attempt, JobError error);

    /// <summary>A message was moved to the poison queue.</summary>
    void Poisoned(string reason);

    /// <summary>Something went wrong that is tried again.</summary>
    void Trouble(string what, Exception error);
}
