using System.Collections.Concurrent;
using DataEnvGym.Core.Jobs;
using DataEnvGym.Core.Students;

namespace DataEnvGym.EndToEnd.Tests.Jobs;

/// <summary>Workers that do what a test says.</summary>
internal sealed class ScriptedDispatcher : IJobDispatcher
{
    private static readonly JobStart Started = new() { CheckEvery = TimeSpan.FromMilliseconds(1), RetryDelay = TimeSpan.FromMilliseconds(1), MaxAttempts = 3 };

    public ConcurrentQueue<string> Calls { get; } = [];

    /// <summary>What a start gives; given the attempt and how often it was started before.</summary>
    public Func<int, int, JobStart> OnStart { get; init; } = (_, _) => Started;

    /// <summary>What a look shows; given the attempt and how often it was looked at before.</summary>
    public required Func<int, int, JobCheck> OnCheck { get; init; }

    public static JobStart Quick => Started;

    public Task<JobStart> StartAsync(StartJobInput input, IProgress<WorkProgress> progress, CancellationToken cancellationToken) =>
        Task.FromResult(OnStart(input.Attempt, Note($"start {input.Attempt}")));

    public Task<JobCheck> CheckAsync(JobAttempt attempt, IProgress<WorkProgress> progress, CancellationToken cancellationToken) =>
        Task.FromResult(OnCheck(attempt.Attempt, Note($"check {attempt.Attempt}")));

    public Task CancelAsync(JobAttempt attempt, CancellationToken cancellationToken)
    {
        Note($"cancel {attempt.Attempt}");
        return Task.CompletedTask;
    }

    private int Note(string call)
    {
        var before = Calls.Count(earlier => earlier == call);
        Calls.Enqueue(call);
        return before;
    }
}
