using System.Text.Json;
using DataEnvGym.Core.Artifacts;
using DataEnvGym.Core.Jobs;
using DataEnvGym.Core.Json;
using DataEnvGym.Core.Students;
using DataEnvGym.Jobs.Contract;
using DataEnvGym.Jobs.Platforms;
using DataEnvGym.Jobs.Posting;

namespace DataEnvGym.Worker.Tests.Support;

/// <summary>A run of its own, whose jobs are posted to workers. Nothing of it is left in a queue afterwards, and its workers have told no secret.</summary>
internal sealed class Scene : IAsyncDisposable
{
    public const int MaxDeliveries = 3;
    private const int Steps = 80;
    private readonly Site site;
    private readonly RemoteDispatcher dispatcher;
    private readonly List<WorkerProcess> workers = [];
    private int trainings;

    public Scene(Site site)
    {
        this.site = site;
        Run = site.NewRun();
        dispatcher = new(Run, site.Documents, new QueuePlatform(site.Tickets), TimeProvider.System, site.NewNonce);
    }

    public string Run { get; }

    public Dictionary<string, string> Environment => new()
    {
        ["Storage__ConnectionString"] = site.ConnectionString,
        ["Worker__HealthPort"] = "0",
        ["Worker__VisibilitySeconds"] = "3",
        ["Worker__MaxDeliveries"] = $"{MaxDeliveries}",
        ["Worker__HeartbeatSeconds"] = "0.2",
        ["Worker__SaveSeconds"] = "0.3",
        ["Worker__LongestWaitSeconds"] = "0.2",
    };

    public WorkerProcess StartWorker(Uri? job = null)
    {
        var environment = Environment;
        if (job is not null)
        {
            environment["JOB_URI"] = job.AbsoluteUri;
        }

        var worker = WorkerProcess.Start(WorkerCommand.Parts, environment);
        workers.Add(worker);
        return worker;
    }

    public static JobRequest Preparation { get; } = new("prepare.base", new() { Prepare = new(new()) });

    public async Task<JobRequest> PredictionAsync(params string[] prompts)
    {
        var checkpoint = await BaseAsync();
        var artifact = await site.Artifacts.Open(Run).WriteLinesAsync("prompts.jsonl", prompts.Select(text => new Prompt(text)), CoreJson.Default.Prompt, default);
        return new("predict.exam", new() { Predict = new(checkpoint, artifact, 12, "responses.jsonl") });
    }

    /// <summary>A training of a few seconds; the same in every run.</summary>
    public async Task<JobRequest> LongTrainingAsync(int steps = Steps)
    {
        var parent = await BaseAsync();
        var texts = Enumerable.Range(0, steps * 4).Select(n => new TrainingText($"{n * 37 % 900 + 10}+{n * 53 % 800 + 11}=", $"{n * 37 % 900 + n * 53 % 800 + 21}"));
        var data = await site.Artifacts.Open(Run).WriteLinesAsync("training.jsonl", texts, CoreJson.Default.TrainingText, default);
        return new($"train.lesson-{++trainings}", new() { Train = new(parent, data, new(1, 4, 0.001), 7, null, "checkpoints/lesson.safetensors") });
    }

    public Task StartAsync(JobRequest request, int attempt = 1) => dispatcher.StartAsync(new(request, attempt, $"{Run}:child"), new Progress<WorkProgress>(), default);

    public Task CancelAsync(JobRequest request, int attempt = 1) => dispatcher.CancelAsync(new(request.Job, attempt, null), default);

    public JobPaths Paths(JobRequest request, int attempt = 1) => new(Run, request.Job, attempt);

    /// <summary>Waits for the result of an attempt.</summary>
    public Task<JobResult> ResultAsync(JobRequest request, int attempt = 1) => Until.SeenAsync(
        $"result of {request.Job}",
        async () => (await dispatcher.CheckAsync(new(request.Job, attempt, null), new Progress<WorkProgress>(), default)).Result,
        workers.LastOrDefault(worker => !worker.HasExited) ?? workers.LastOrDefault());

    /// <summary>Posts a training and waits for its weights.</summary>
    /// <returns>Their hash.</returns>
    public async Task<string> FinishTrainingAsync(JobRequest request)
    {
        await StartAsync(request);
        return await WeightsAsync(request);
    }

    public async Task<string> WeightsAsync(JobRequest request)
    {
        var result = await ResultAsync(request);
        return result.Training.ShouldNotBeNull(result.Error?.Message).Checkpoint.Weights.Sha256;
    }

    /// <summary>Waits until a document is there and as it should be.</summary>
    public Task<JsonDocument> DocumentAsync(string name, Func<JsonElement, bool> condition) => Until.SeenAsync(
        name,
        async () => await site.Documents.FindAsync(name, default) is { } found && JsonDocument.Parse(found.Content) is var json && condition(json.RootElement) ? json : null,
        workers.LastOrDefault());

    public async ValueTask DisposeAsync()
    {
        foreach (var worker in workers)
        {
            if (!worker.HasExited)
            {
                await worker.TerminateAsync();
            }

            worker.Dispose();
            site.Secrets.ShouldAllBe(secret => !worker.Output.Contains(secret));
        }

        foreach (var queue in (Azure.Messaging.StorageQueue[])[site.Tickets, site.Poison, site.Results])
        {
            while (await queue.ReceiveAsync(TimeSpan.FromSeconds(60), default) is { } message)
            {
                await queue.DeleteAsync(message, default);
            }
        }
    }

    private async Task<CheckpointRef> BaseAsync()
    {
        await StartAsync(Preparation);
        var result = await ResultAsync(Preparation);
        return result.Base.ShouldNotBeNull(result.Error?.Message);
    }
}
