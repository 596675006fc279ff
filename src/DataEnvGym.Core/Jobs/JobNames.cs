using DataEnvGym.Core.Json;
using DataEnvGym.Core.Workflows;

namespace DataEnvGym.Core.Jobs;

/// <summary>The workflow, activities and events of student jobs.</summary>
public static class JobNames
{
    private static CoreJson Json => CoreJson.Default;

    /// <summary>Has a job done, over as many attempts as it takes.</summary>
    public static WorkflowName<JobState, JobResult> Job { get; } = new("student-job", Json.JobState, Json.JobResult);

    /// <summary>See <see cref="IJobDispatcher.StartAsync"/>.</summary>
    public static ActivityName<StartJobInput, JobStart> Start { get; } = new("start-job", Json.StartJobInput, Json.JobStart);

    /// <summary>See <see cref="IJobDispatcher.CheckAsync"/>.</summary>
    public static ActivityName<JobAttempt, JobCheck> Check { get; } = new("check-job", Json.JobAttempt, Json.JobCheck);

    /// <summary>See <see cref="IJobDispatcher.CancelAsync"/>.</summary>
    public static ActivityName<JobAttempt, bool> Cancel { get; } = new("cancel-job", Json.JobAttempt, Json.Boolean);

    /// <summary>
    /// Says that an attempt has ended. Only a nudge: what it ended with is read from the store. Each attempt has a name of its own, so that a late
    /// message about an old attempt reaches nobody.
    /// </summary>
    public static EventName<string> Finished(string job, int attempt) => new($"job-finished.{job}.{attempt}", Json.String);
}
