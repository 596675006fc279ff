using DataEnvGym.Core.Students;
using DataEnvGym.Local.Engine;

namespace DataEnvGym.Local.Tests.Engine;

/// <summary>Writes down what an engine tells.</summary>
internal sealed class Recorder(Action<string> write) : IEngineObserver
{
    public void ActivityStarted(ActivitySite activity, int attempt) => Write($"started {Show(activity)} try {attempt}");

    public void ActivityProgress(ActivitySite activity, WorkProgress progress) => Write($"progress {Show(activity)}");

    public void ActivityCompleted(ActivitySite activity) => Write($"completed {Show(activity)}");

    public void ActivityRetrying(ActivitySite activity, int attempt, TimeSpan delay, string message) =>
        Write($"retrying {Show(activity)} try {attempt} in {delay.TotalSeconds} s: {message}");

    public void ActivityFailed(ActivitySite activity, int attempt, string message) => Write($"failed {Show(activity)} try {attempt}: {message}");

    public void StatusChanged(string instanceId, string status) => Write($"status {instanceId} {status}");

    private static string Show(ActivitySite site) => $"{site.InstanceId} {site.Activity} {site.Sequence}";

    private void Write(string line)
    {
        lock (write)
        {
            write(line);
        }
    }
}
