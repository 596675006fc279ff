using DataEnvGym.Core.Workflows;

namespace DataEnvGym.Core.Jobs;

/// <summary>How workflows have student work done.</summary>
internal static class StudentWork
{
    /// <summary>Runs a job as a child workflow to its end.</summary>
    /// <exception cref="ActivityFailedException">All attempts failed.</exception>
    public static Task<JobResult> DoAsync(IWorkflowContext context, JobRequest request) =>
        context.CallChildAsync(JobNames.Job, new JobState(request), request.Job);
}
