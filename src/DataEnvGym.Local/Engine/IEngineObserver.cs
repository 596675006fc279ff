using DataEnvGym.Core.Students;

namespace DataEnvGym.Local.Engine;

/// <summary>
/// Sees live what an engine does, for people to watch; replayed history is not reported again. Called from many threads, so it must be
/// safe for that, quick, and not throw: what it throws ends the run, which can be resumed.
/// </summary>
public interface IEngineObserver
{
    /// <summary>An activity begins to run.</summary>
    /// <param name="activity">Which one.</param>
    /// <param name="attempt">Number of the try, from 1.</param>
    void ActivityStarted(ActivitySite activity, int attempt);

    /// <summary>An activity tells how far it is.</summary>
    void ActivityProgress(ActivitySite activity, WorkProgress progress);

    /// <summary>An activity's result is in the journal.</summary>
    void ActivityCompleted(ActivitySite activity);

    /// <summary>An activity failed and will be tried again.</summary>
    /// <param name="activity">Which one.</param>
    /// <param name="attempt">Number of the try that failed, from 1.</param>
    /// <param name="delay">Wait before the next try.</param>
    /// <param name="message">What went wrong.</param>
    void ActivityRetrying(ActivitySite activity, int attempt, TimeSpan delay, string message);

    /// <summary>An activity failed for good.</summary>
    /// <param name="activity">Which one.</param>
    /// <param name="attempt">Number of the try that failed, from 1.</param>
    /// <param name="message">What went wrong.</param>
    void ActivityFailed(ActivitySite activity, int attempt, string message);

    /// <summary>A workflow reported a new status.</summary>
    void StatusChanged(string instanceId, string status);
}

/// <summary>Where an activity stands.</summary>
/// <param name="InstanceId">The instance that called it.</param>
/// <param name="Activity">Its name.</param>
/// <param name="Sequence">Number of the command in the instance's current generation, from 1; each try has its own.</param>
public readonly record struct ActivitySite(string InstanceId, string Activity, long Sequence);
