using System.Text;
using System.Text.Json.Nodes;
using DataEnvGym.Core.Artifacts;
using DataEnvGym.Core.Jobs;
using DataEnvGym.Core.Json;
using DataEnvGym.Core.Messaging;
using DataEnvGym.Jobs.Posting;
using DataEnvGym.Worker.Tests.Support;

namespace DataEnvGym.Worker.Tests.Conformance;

/// <summary>
/// What every worker must do, over a real storage account: this repository's, or the one whose command <c>DATAENVGYM_WORKER_COMMAND</c> holds. See
/// <c>docs/job-contract.md</c>.
/// </summary>
[Collection(SiteCollection.Name)]
public sealed class ConformanceTests(Site site) : IAsyncLifetime, IAsyncDisposable
{
    private readonly Scene scene = new(site);

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => scene.DisposeAsync().AsTask();

    ValueTask IAsyncDisposable.DisposeAsync() => scene.DisposeAsync();

    [SkippableFact]
    public async Task Worker_JobsOfEveryKind_AreDoneAndAnnounced()
    {
        scene.StartWorker();
        var prediction = await scene.PredictionAsync("12+34=", "7*8=", "");
        await scene.StartAsync(prediction);
        var answers = (await scene.ResultAsync(prediction)).Prediction.ShouldNotBeNull();
        var training = await scene.LongTrainingAsync(steps: 5);
        await scene.StartAsync(training);
        var result = (await scene.ResultAsync(training)).Training.ShouldNotBeNull();

        answers.Responses.Name.ShouldBe("responses.jsonl");
        (await site.Artifacts.Open(scene.Run).ReadLinesAsync(answers.Responses, CoreJson.Default.Response, default)).Count.ShouldBe(3);
        answers.Tokens.ShouldBePositive();
        (result.Steps, result.Checkpoint.Weights.Name).ShouldBe((5, "checkpoints/lesson.safetensors"));
        result.Checkpoint.Parent.ShouldBe(training.Work.Train!.Parent.Weights.Sha256);
        await using var weights = await site.Artifacts.Open(scene.Run).OpenReadAsync(result.Checkpoint.Weights, default);
        weights.Length.ShouldBe(result.Checkpoint.Weights.Length);
        var inbox = new JobInbox(site.Documents);
        var events = new List<string>();
        while (events.Count < 3)
        {
            var message = await Until.SeenAsync<QueueMessage>("result message", () => site.Results.ReceiveAsync(TimeSpan.FromSeconds(60), default));
            events.Add((await inbox.ReadAsync(message.Body, default)).Arrival.ShouldNotBeNull().Event.Name);
        }

        events.ShouldBe(["job-finished.prepare.base.1", "job-finished.predict.exam.1", "job-finished.train.lesson-1.1"]);
    }

    [SkippableFact]
    public async Task Worker_ForgedTickets_EndInThePoisonQueueAndChangeNothing()
    {
        await scene.StartAsync(Scene.Preparation);
        var ticket = (await site.Tickets.ReceiveAsync(TimeSpan.FromSeconds(1), default))!;
        string[] forged =
        [
            "no ticket", "{}", Forge(ticket, "nonce", new string('0', 64)), Forge(ticket, "manifestSha256", new string('0', 64)), Forge(ticket, "attempt", 2),
            Forge(ticket, "run", "../jobs"), Forge(ticket, "manifest", "other/prepare.base/attempt-1/manifest.json"), Forge(ticket, "command", "rm"),
        ];
        foreach (var body in forged)
        {
            await site.Tickets.SendAsync(Encoding.UTF8.GetBytes(body), default);
        }

        scene.StartWorker();

        var poison = new List<string>();
        while (poison.Count < forged.Length)
        {
            var message = await Until.SeenAsync<QueueMessage>("poison message", () => site.Poison.ReceiveAsync(TimeSpan.FromSeconds(60), default));
            poison.Add(Encoding.UTF8.GetString(message.Body.Span));
        }

        poison.ShouldBe(forged, ignoreOrder: true);
        (await scene.ResultAsync(Scene.Preparation)).Base.ShouldNotBeNull("the real ticket came back and was done");
        (await site.Documents.ListAsync(scene.Run, default).ToListAsync()).ShouldAllBe(name => name.StartsWith($"{scene.Run}/prepare.base/attempt-1/"));
    }

    [SkippableFact]
    public async Task Worker_CancelledTraining_StopsWithoutResultAndGoesOnWithOtherJobs()
    {
        scene.StartWorker();
        var training = await scene.LongTrainingAsync();
        await scene.StartAsync(training);
        await scene.DocumentAsync(scene.Paths(training).Heartbeat, beat => beat.GetProperty("done").GetInt32() > 5);

        await scene.CancelAsync(training);
        var next = await scene.PredictionAsync("1+1=");
        await scene.StartAsync(next);

        (await scene.ResultAsync(next)).Error.ShouldBeNull();
        (await site.Documents.FindAsync(scene.Paths(training).Result, default)).ShouldBeNull();
        (await site.Tickets.ReceiveAsync(TimeSpan.FromSeconds(1), default)).ShouldBeNull();
    }

    [SkippableFact]
    public async Task Worker_KilledInTraining_AnotherGoesOnAndEndsWithTheSameWeights()
    {
        var expected = await site.UndisturbedAsync();
        var first = scene.StartWorker();
        var training = await scene.LongTrainingAsync();
        await scene.StartAsync(training);
        var before = await scene.DocumentAsync(scene.Paths(training).Heartbeat, beat => Share(beat) > 0.5);
        await scene.DocumentAsync(scene.Paths(training).Saves, save => save.GetProperty("number").GetInt32() > 1);
        await first.KillAsync();

        scene.StartWorker();

        var after = await scene.DocumentAsync(
            scene.Paths(training).Heartbeat,
            beat => Share(beat) > 0 && beat.GetProperty("worker").GetString() != before.RootElement.GetProperty("worker").GetString());
        Share(after.RootElement).ShouldBeGreaterThan(0.25, "it went on from what was saved");
        after.RootElement.GetProperty("sequence").GetInt64().ShouldBeGreaterThan(before.RootElement.GetProperty("sequence").GetInt64());
        (await scene.WeightsAsync(training)).ShouldBe(expected);
        await Until.SeenAsync("end of the saved state", async () => await site.Documents.FindAsync(scene.Paths(training).Saves, default) is null ? "gone" : null);
    }

    [SkippableFact]
    public async Task Worker_AskedToStop_SavesAndGivesTheTicketBackAtOnce()
    {
        var expected = await site.UndisturbedAsync();
        var first = scene.StartWorker();
        var training = await scene.LongTrainingAsync();
        await scene.StartAsync(training);
        await scene.DocumentAsync(scene.Paths(training).Heartbeat, beat => Share(beat) > 0.2);

        (await first.TerminateAsync()).ShouldBe(0, first.Output);

        (await site.Documents.FindAsync(scene.Paths(training).Saves, default)).ShouldNotBeNull();
        (await site.Documents.FindAsync(scene.Paths(training).Result, default)).ShouldBeNull();
        var ticket = (await site.Tickets.ReceiveAsync(TimeSpan.FromSeconds(30), default)).ShouldNotBeNull("it is there at once");
        ticket.Deliveries.ShouldBe(2);
        await site.Tickets.RenewAsync(ticket, TimeSpan.Zero, default);
        scene.StartWorker();
        (await scene.WeightsAsync(training)).ShouldBe(expected);
    }

    [SkippableFact]
    public async Task Worker_TicketThatKeepsComingBack_FailsTheJobAsPoison()
    {
        await scene.StartAsync(Scene.Preparation);
        for (var delivery = 1; delivery <= Scene.MaxDeliveries; delivery++)
        {
            var ticket = (await site.Tickets.ReceiveAsync(TimeSpan.FromSeconds(30), default))!;
            await site.Tickets.RenewAsync(ticket, TimeSpan.Zero, default);
        }

        scene.StartWorker();

        var error = (await scene.ResultAsync(Scene.Preparation)).Error.ShouldNotBeNull();
        (error.Type, error.Permanent).ShouldBe(("PoisonJob", true));
        await Until.SeenAsync<QueueMessage>("poison message", () => site.Poison.ReceiveAsync(TimeSpan.FromSeconds(60), default));
        await Until.SeenAsync<QueueMessage>("result message", () => site.Results.ReceiveAsync(TimeSpan.FromSeconds(60), default));
    }

    [SkippableFact]
    public async Task Worker_OneJobByUri_DoesItAndEnds()
    {
        await scene.StartAsync(Scene.Preparation);
        var missing = new JobRequest("predict.exam", new() { Predict = new(new("embedded", Nothing, null), Nothing, 5, "responses.jsonl") });
        await scene.StartAsync(missing);

        var (good, bad) = (scene.StartWorker(UriOf(Scene.Preparation)), scene.StartWorker(UriOf(missing)));

        (await good.EndAsync()).ShouldBe(0, good.Output);
        (await bad.EndAsync()).ShouldBe(1, bad.Output);
        (await scene.ResultAsync(Scene.Preparation)).Base.ShouldNotBeNull();
        (await scene.ResultAsync(missing)).Error.ShouldNotBeNull().Message.ShouldNotBeEmpty();
    }

    private static ArtifactRef Nothing { get; } = new("nothing", 1, 1, new string('0', 64));

    private Uri UriOf(JobRequest request) => site.Documents.UriOf(scene.Paths(request).Ticket);

    private static double Share(System.Text.Json.JsonElement beat) =>
        beat.GetProperty("total").GetInt32() is > 0 and var total ? (double)beat.GetProperty("done").GetInt32() / total : 0;

    private static string Forge(QueueMessage ticket, string field, JsonNode value)
    {
        var json = JsonNode.Parse(ticket.Body.Span)!;
        json[field] = value;
        return json.ToJsonString();
    }
}
