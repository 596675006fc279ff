using DataEnvGym.Core.Workflows;

namespace DataEnvGym.Core.Jobs;

/// <summary>Tells an engine all that student jobs need.</summary>
public static class JobRegistration
{
    /// <summary>Adds the workflow and activities of student jobs.</summary>
    public static void AddJobs(this IWorkflowRegistry registry, IJobDispatcher jobs)
    {
        ArgumentNullException.ThrowIfNull(registry);
        registry.AddWorkflow(JobNames.Job, () => new JobWorkflow());
        registry.AddActivity(JobNames.Start, () => new StartJobActivity(jobs));
        registry.AddActivity(JobNames.Check, () => new CheckJobActivity(jobs));
        registry.AddActivity(JobNames.Cancel, () => new CancelJobActivity(jobs));
    }
}
