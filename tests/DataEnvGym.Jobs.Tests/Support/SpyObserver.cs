using System.Collections.Concurrent;
using DataEnvGym.Core.Jobs;
using DataEnvGym.Jobs.Contract;
using DataEnvGym.Jobs.Running;

namespace DataEnvGym.Jobs.Tests.Support;

/// <summary>Notes what it is told, as text.</summary>
internal sealed class SpyObserver : IJobObserver
{
    private readonly ConcurrentQueue<string> notes = new();

    /// <summary>What it was told so far; others may go on telling.</summary>
    public List<string> Notes => [.. notes];

    public void Began(JobPaths attempt, string kind, int delivery) => notes.Enqueue($"began {kind}, delivery {delivery}");

    public void Ended(JobPaths attempt, JobOutcome outcome, TimeSpan elapsed) => notes.Enqueue($"ended {outcome}");

    public void WorkFailed(JobPaths attempt, JobError error) => notes.Enqueue($"failed {error.Type}: {error.Message}");

    public void Poisoned(string reason) => notes.Enqueue($"poisoned: {reason}");

    public void Trouble(string what, Exception error) => notes.Enqueue($"trouble: {what}: {error.Message}");
}
