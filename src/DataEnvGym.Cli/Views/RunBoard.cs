using System.Text.Json;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Json;
using DataEnvGym.Core.Students;
using DataEnvGym.Core.Teachers;
using DataEnvGym.Local.Engine;

namespace DataEnvGym.Cli.Views;

/// <summary>What is known of a running episode, gathered from the engine's notices. Safe to use from several threads.</summary>
internal sealed class RunBoard(TimeProvider time) : IEngineObserver
{
    private readonly Lock gate = new();
    private readonly Dictionary<ActivitySite, Work> works = [];
    private EpisodeStatus? status;
    private string? warning;

    // What ended after the newest status, which the next one will count.
    private Spend ended;

    /// <summary>Raised with every status, in order.</summary>
    public event Action<EpisodeStatus>? Changed;

    /// <summary>Raised when something failed and is tried again.</summary>
    public event Action<string>? Warned;

    public void ActivityStarted(ActivitySite activity, int attempt)
    {
        lock (gate)
        {
            var key = JobView.KeyOf(activity);
            if (key == activity)
            {
                // Student work elsewhere is over when something else begins.
                JobView.KeysAmong(works.Keys).ForEach(job => works.Remove(job));
            }

            works.TryAdd(key, new(default, time.GetTimestamp()));
        }
    }

    public void ActivityProgress(ActivitySite activity, WorkProgress progress)
    {
        lock (gate)
        {
            var key = JobView.KeyOf(activity);
            if (works.TryGetValue(key, out var work))
            {
                works[key] = work with { Progress = progress };
            }
        }
    }

    public void ActivityCompleted(ActivitySite activity)
    {
        // Student work elsewhere goes on when it was started or looked at.
        if (JobView.KeyOf(activity) == activity)
        {
            lock (gate)
            {
                ended += works.GetValueOrDefault(activity).Progress.Spend;
            }

            Remove(activity);
        }
    }

    public void ActivityRetrying(ActivitySite activity, int attempt, TimeSpan delay, string message)
    {
        Remove(activity);
        Warn($"{JobView.KeyOf(activity).Activity} failed at try {attempt} and is tried again in {delay.TotalSeconds:0.#} s: {message}");
    }

    public void ActivityFailed(ActivitySite activity, int attempt, string message)
    {
        Remove(activity);
        Warn($"{JobView.KeyOf(activity).Activity} failed: {message}");
    }

    public void StatusChanged(string instanceId, string status)
    {
        var parsed = JsonSerializer.Deserialize(status, CoreJson.Default.EpisodeStatus)!;
        lock (gate)
        {
            (this.status, ended) = (parsed, default);
        }

        Changed?.Invoke(parsed);
    }

    /// <summary>Takes a warning for people. Native libraries put their stack below the first line, which is left out.</summary>
    public void Warn(string text)
    {
        var message = text.Split('\n')[0].TrimEnd();
        lock (gate)
        {
            warning = message;
        }

        Warned?.Invoke(message);
    }

    /// <summary>What the teachers cost so far, work under way included.</summary>
    public Spend Spent()
    {
        lock (gate)
        {
            return works.Values.Aggregate((status?.Spend ?? default) + ended, (sum, work) => sum + work.Progress.Spend);
        }
    }

    /// <summary>The newest status, the work under way by activity (parallel pieces added up), and the last warning.</summary>
    public (EpisodeStatus? Status, IReadOnlyList<(string Activity, Work Work)> Works, string? Warning) Snapshot()
    {
        lock (gate)
        {
            return (status, [.. works.GroupBy(pair => pair.Key.Activity).Select(group => (group.Key, Sum([.. group.Select(pair => pair.Value)])))], warning);
        }
    }

    private static Work Sum(IReadOnlyList<Work> parts) => new(
        new(
            parts.Sum(part => part.Progress.Done), parts.Sum(part => part.Progress.Total),
            parts.Select(part => part.Progress.Unit).FirstOrDefault(unit => unit is not null) ?? "", parts[^1].Progress.Detail)
        {
            Spend = parts.Aggregate(default(Spend), (sum, part) => sum + part.Progress.Spend),
        },
        parts.Min(part => part.Started));

    private void Remove(ActivitySite activity)
    {
        lock (gate)
        {
            works.Remove(JobView.KeyOf(activity));
        }
    }

    /// <summary>A piece of work.</summary>
    /// <param name="Progress">How far it is.</param>
    /// <param name="Started">Time stamp of its start.</param>
    internal readonly record struct Work(WorkProgress Progress, long Started);
}
