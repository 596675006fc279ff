using DataEnvGym.Core.Workflows;

namespace DataEnvGym.Core.Jobs;

/// <summary>Tells an engine all that student jobs need.</summary>
internal static class JobRegistration
{
    public static void AddJobs(this IWorkflowRegistry registry, IJobDispatcher jobs)
    {
        registry.AddWorkflow(JobNames.Job, () => new JobWorkflow());
        registry.AddActivity(JobNames.Start, () => new StartJobActivity(jobs));
        registry.AddActivity(JobNames.Check, () => new CheckJobActivity(jobs));
        registry.AddActivity(JobNames.Cancel, () => new CancelJobActivity(jobs));
    }
}
