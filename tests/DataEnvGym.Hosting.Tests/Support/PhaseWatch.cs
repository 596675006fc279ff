using System.Collections.Concurrent;
using System.Text.Json;
using DataEnvGym.Core.Json;
using DataEnvGym.Core.Students;
using DataEnvGym.Local.Engine;

namespace DataEnvGym.Hosting.Tests.Support;

/// <summary>Lets tests wait until an episode has reached a phase.</summary>
internal sealed class PhaseWatch : IEngineObserver
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource> seen = new();

    public Task WaitAsync(string run, int iteration, string phase) => Seen($"{run} {iteration} {phase}").Task.WaitAsync(ApiServer.Patience);

    public void StatusChanged(string instanceId, string status)
    {
        var parsed = JsonSerializer.Deserialize(status, CoreJson.Default.EpisodeStatus)!;
        Seen($"{instanceId.Split('/')[0]} {parsed.Iteration} {parsed.Phase}").TrySetResult();
    }

    public void ActivityStarted(ActivitySite activity, int attempt)
    {
    }

    public void ActivityProgress(ActivitySite activity, WorkProgress progress)
    {
    }

    public void ActivityCompleted(ActivitySite activity)
    {
    }

    public void ActivityRetrying(ActivitySite activity, int attempt, TimeSpan delay, string message)
    {
    }

    public void ActivityFailed(ActivitySite activity, int attempt, string message)
    {
    }

    private TaskCompletionSource Seen(string place) => seen.GetOrAdd(place, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
}
