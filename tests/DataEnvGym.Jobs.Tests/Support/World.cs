using DataEnvGym.Core.Jobs;
using DataEnvGym.Core.Json;
using DataEnvGym.Core.Artifacts;
using DataEnvGym.Core.Students;
using DataEnvGym.Jobs.Contract;
using DataEnvGym.Jobs.Platforms;
using DataEnvGym.Jobs.Posting;
using DataEnvGym.Jobs.Running;
using Microsoft.Extensions.Time.Testing;

namespace DataEnvGym.Jobs.Tests.Support;

/// <summary>A poster, queues, stores and a worker, all in memory, on a clock that tests move.</summary>
internal sealed class World
{
    public const string Run = "run-1";
    public const string ReplyTo = "run-1:child";

    public World()
    {
        Tickets = new(Time);
        Poison = new(Time);
        Results = new(Time);
        Dispatcher = DispatcherOn(new QueuePlatform(Tickets));
        Runner = new(new(Documents, Artifacts, Lab, Results), Options, Time, Observer);
        Worker = new(Tickets, Poison, Runner, new(), Time, Observer);
    }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 1, 12, 0, 0, TimeSpan.Zero));

    public MemoryDocuments Documents { get; } = new();

    public MemoryArtifacts Artifacts { get; } = new();

    public MemoryQueue Tickets { get; }

    public MemoryQueue Poison { get; }

    public MemoryQueue Results { get; }

    public CountingLab Lab { get; } = new();

    public SpyObserver Observer { get; } = new();

    public RemoteDispatcher Dispatcher { get; }

    public JobRunnerOptions Options { get; } = new() { Worker = "tester" };

    public JobRunner Runner { get; }

    public JobWorker Worker { get; }

    public List<WorkProgress> Progress { get; } = [];

    private int nonces;

    public RemoteDispatcher DispatcherOn(IJobPlatform platform) => new(Run, Documents, platform, Time, () => JobNonce.HashOf($"{++nonces}"));

    public async Task<JobRequest> TrainingAsync(string name = "lesson", ulong seed = 1)
    {
        var parent = await Lab.PrepareBaseAsync(new(), Artifacts.Open(Run), default);
        var data = await Artifacts.Open(Run).WriteLinesAsync("data.jsonl", [new TrainingText("1+1=", "2")], CoreJson.Default.TrainingText, default);
        return new(JobId.Of("train", name), new() { Train = new(parent, data, new(1, 2, 0.001), seed, null, $"checkpoints/{name}.safetensors") });
    }

    public async Task<JobRequest> PredictionAsync()
    {
        var checkpoint = await Lab.PrepareBaseAsync(new(), Artifacts.Open(Run), default);
        var prompts = await Artifacts.Open(Run).WriteLinesAsync("prompts.jsonl", [new Prompt("a"), new Prompt("b")], CoreJson.Default.Prompt, default);
        return new("predict.exam", new() { Predict = new(checkpoint, prompts, 8, "responses.jsonl") });
    }

    public Task<JobStart> StartAsync(JobRequest request, int attempt = 1, RemoteDispatcher? dispatcher = null) =>
        (dispatcher ?? Dispatcher).StartAsync(new(request, attempt, ReplyTo), new Collector(Progress), default);

    public Task<JobCheck> CheckAsync(JobRequest request, int attempt = 1, RemoteDispatcher? dispatcher = null) =>
        (dispatcher ?? Dispatcher).CheckAsync(new(request.Job, attempt, null), new Collector(Progress), default);

    /// <summary>A worker that shares nothing with <see cref="Worker"/> but the stores.</summary>
    public JobWorker OtherWorker(CountingLab? lab = null) => new(
        Tickets, Poison, new(new(Documents, Artifacts, lab ?? new(), Results), Options with { Worker = "other" }, Time, Observer), new(), Time, Observer);

    public async Task<string> WeightsAsync(JobCheck check) =>
        await CountingLab.ReadAsync(Artifacts.Open(Run), check.Result.ShouldNotBeNull().Training.ShouldNotBeNull(check.Result.Error?.Message).Checkpoint.Weights, default);

    /// <summary>Makes time pass to the next heartbeat, and waits for it to be written.</summary>
    public async Task NextBeatAsync(JobRequest request, int attempt = 1)
    {
        var name = Paths(request, attempt).Heartbeat;
        var before = Documents.WritesOf(name);
        Time.Advance(Options.HeartbeatEvery);
        await Patiently.UntilAsync(() => Documents.WritesOf(name) > before);
    }

    public static JobPaths Paths(JobRequest request, int attempt = 1) => new(Run, request.Job, attempt);

    private sealed class Collector(List<WorkProgress> target) : IProgress<WorkProgress>
    {
        public void Report(WorkProgress value) => target.Add(value);
    }
}
