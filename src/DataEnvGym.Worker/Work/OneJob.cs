using DataEnvGym.Core.Jobs;
using DataEnvGym.Jobs.Running;

namespace DataEnvGym.Worker.Work;

/// <summary>Does the job of a ticket that is a document.</summary>
internal sealed class OneJob(WorkPlace place, JobRunner runner)
{
    /// <exception cref="JobException">There is no such ticket, or it is no good.</exception>
    public async Task<JobOutcome> RunAsync(string name, CancellationToken stop)
    {
        var ticket = await place.Documents.FindAsync(name, stop) ?? throw new JobException($"There is no ticket {name} in {place.Name}.");
        var attempt = await runner.OpenAsync(ticket.Content, stop);
        return attempt.Paths.Ticket == name
            ? await runner.RunAsync(attempt, JobLease.Own, stop)
            : throw new JobException($"The ticket at {name} is for {attempt}: give JOB_URI the address of that ticket.");
    }
}
