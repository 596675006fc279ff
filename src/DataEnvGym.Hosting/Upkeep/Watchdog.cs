using DataEnvGym.Hosting.Api.Hosts;
using DataEnvGym.Jobs.Posting;

namespace DataEnvGym.Hosting.Upkeep;

/// <summary>
/// Wakes workflows that should have got on by themselves. Engines have been seen to lose a timer: a workflow that waits for student work with one would then
/// wait for ever. An event makes it look.
/// </summary>
/// <param name="host">Who runs episodes.</param>
/// <param name="jobs">The jobs of runs.</param>
/// <param name="waits">Whether the workflow instance of an id is still running.</param>
/// <param name="raise">Raises an event for a workflow instance.</param>
public sealed class Watchdog(IEpisodeHost host, RunJobs jobs, Func<string, CancellationToken, Task<bool>> waits, Func<JobArrival, CancellationToken, Task> raise)
{
    private const int PageSize = 100;

    /// <summary>Looks at every running episode and wakes what is overdue.</summary>
    /// <param name="age">For how long nothing has happened; longer than any workflow waits between two looks at its job.</param>
    /// <param name="cancellationToken">Stops the look.</param>
    /// <returns>What was woken.</returns>
    public async Task<IReadOnlyList<JobArrival>> WakeAsync(TimeSpan age, CancellationToken cancellationToken)
    {
        var woken = new List<JobArrival>();
        string? next = null;
        do
        {
            var page = await host.ListAsync(PageSize, next, cancellationToken);
            foreach (var episode in page.Items.Where(episode => episode.State == EpisodeRunState.Running))
            {
                await foreach (var arrival in jobs.FindOverdueAsync(episode.Run, age, cancellationToken))
                {
                    // Most jobs of a run are done with, and so are the workflows that waited for them.
                    if (await waits(arrival.InstanceId, cancellationToken))
                    {
                        await raise(arrival, cancellationToken);
                        woken.Add(arrival);
                    }
                }
            }

            next = page.Next;
        }
        while (next is not null);
        return woken;
    }
}
