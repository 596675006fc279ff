using DataEnvGym.Core.Students;

namespace DataEnvGym.Local.Engine;

/// <summary>Watches nothing.</summary>
internal sealed class SilentObserver : IEngineObserver
{
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

    public void StatusChanged(string instanceId, string status)
    {
    }
}
