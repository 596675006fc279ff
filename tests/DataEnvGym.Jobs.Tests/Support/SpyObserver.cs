using DataEnvGym.Core.Jobs;
using DataEnvGym.Jobs.Contract;
using DataEnvGym.Jobs.Running;

namespace DataEnvGym.Jobs.Tests.Support;

/// <summary>Notes what it is told, as text.</summary>
internal sealed class SpyObserver : IJobObserver
{
    public List<string> Notes { get; } = [];

    public void Began(JobPaths attempt, string kind, int delivery) => Notes.Add($"began {kind}, delivery {delivery}");

    public void Ended(JobPaths attempt, JobOutcome outcome, TimeSpan elapsed) => Notes.Add($"ended {outcome}");

    public void WorkFailed(JobPaths attempt, JobError error) => Notes.Add($"failed {error.Type}: {error.Message}");

    public void Poisoned(string reason) => Notes.Add($"poisoned: {reason}");

    public void Trouble(string what, Exception error) => Notes.Add($"trouble: {what}: {error.Message}");
}
