using System.Text.Json;
using DataEnvGym.Core.Jobs;
using DataEnvGym.Core.Json;
using DataEnvGym.Core.Artifacts;
using DataEnvGym.Core.Workflows;
using DataEnvGym.Jobs.Contract;
using DataEnvGym.Jobs.Running;
using DataEnvGym.Jobs.Tests.Support;

namespace DataEnvGym.Jobs.Tests.Running;

public sealed class JobRunnerTests
{
    private readonly World world = new();

    [Fact]
    public async Task Run_Prepare_StoresTheBase()
    {
        var request = new JobRequest("prepare.base", new() { Prepare = new(new()) });
        await world.StartAsync(request);

        await world.Worker.RunOneAsync(default);

        (await world.CheckAsync(request)).Result!.Base!.Weights.Name.ShouldBe("checkpoints/base.safetensors");
        world.Tickets.Bodies.ShouldBeEmpty();
    }

    [Fact]
    public async Task Run_Predict_StoresResponses()
    {
        var request = await world.PredictionAsync();
        await world.StartAsync(request);

        await world.Worker.RunOneAsync(default);

        var prediction = (await world.CheckAsync(request)).Result!.Prediction!;
        var responses = await world.Artifacts.Open(World.Run).ReadLinesAsync(prediction.Responses, CoreJson.Default.Response, default);
        responses.Select(response => response.Text).ShouldBe(["base:a", "base:b"]);
    }

    [Fact]
    public async Task Run_Train_WritesResultThenMessageAndLeavesNoSaves()
    {
        var request = await world.TrainingAsync();
        await world.StartAsync(request);
        var paths = World.Paths(request);
        world.Results.Before = kind => world.Documents.Names.Contains(paths.Result).ShouldBeTrue($"the result is there before the {kind}");

        await world.Worker.RunOneAsync(default);

        (await world.WeightsAsync(await world.CheckAsync(request))).ShouldBe("base+1+2+3+4");
        world.Artifacts.Names.ShouldBe(["run-1/checkpoints/base.safetensors", "run-1/checkpoints/lesson.safetensors", "run-1/data.jsonl"]);
        world.Documents.Names.ShouldBe([paths.Heartbeat, paths.Manifest, paths.Result, paths.Ticket, paths.Launched], ignoreOrder: true);
        world.Results.Bodies.ShouldHaveSingleItem();
        world.Observer.Notes.ShouldBe(["began train, delivery 1", "ended Finished"]);
    }

    [Fact]
    public async Task Run_ResultIsThere_OnlyAnnouncesItAgain()
    {
        var request = await world.TrainingAsync();
        await world.StartAsync(request);
        var ticket = world.Documents[World.Paths(request).Ticket];
        await world.Worker.RunOneAsync(default);
        var result = world.Documents[World.Paths(request).Result];
        await world.Tickets.SendAsync(ticket, default);

        await world.Worker.RunOneAsync(default);

        world.Lab.StepsDone.ShouldBe(CountingLab.Steps);
        world.Documents[World.Paths(request).Result].ShouldBe(result);
        world.Results.Bodies.Count.ShouldBe(2);
        world.Observer.Notes[^1].ShouldBe("ended AlreadyDone");
    }

    [Fact]
    public async Task Run_SomethingElseInTheResultsPlace_IsReplaced()
    {
        var request = await world.TrainingAsync();
        await world.StartAsync(request);
        await world.Documents.PutAsync(World.Paths(request).Result, "{\"result\":\"forged\"}"u8.ToArray(), default);

        await world.Worker.RunOneAsync(default);

        (await world.WeightsAsync(await world.CheckAsync(request))).ShouldBe("base+1+2+3+4");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Run_WorkFails_ResultSaysWhyInOneLine(bool permanent)
    {
        var request = await world.PredictionAsync();
        world.Lab.BeforePrediction = () => throw (permanent ? new PermanentException("No such student.\n  at native stack") : new IOException("Disk full.\r\nHeaders: x"));
        await world.StartAsync(request);

        await world.Worker.RunOneAsync(default);

        var error = (await world.CheckAsync(request)).Result!.Error!;
        (error.Permanent, error.Message).ShouldBe((permanent, permanent ? "No such student." : "Disk full."));
        error.Type.ShouldBe(permanent ? typeof(PermanentException).FullName : typeof(IOException).FullName);
        world.Tickets.Bodies.ShouldBeEmpty("what to do next is the workflow's decision");
        world.Observer.Notes[^1].ShouldBe("ended Failed");
    }

    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, 1)]
    public async Task Run_TrainingFails_SavesStayForTheNextAttemptOnly(bool permanent, int saves)
    {
        var request = await world.TrainingAsync();
        world.Lab.BeforeStep = (step, _) => step == 3 ? throw (permanent ? new PermanentException("no") : new IOException("no")) : Task.CompletedTask;
        await world.StartAsync(request);

        await world.Worker.RunOneAsync(default);

        world.Documents.Names.Count(name => name.EndsWith("saves.json", StringComparison.Ordinal)).ShouldBe(saves);
        world.Artifacts.Names.Count(name => name.Contains("/state-", StringComparison.Ordinal)).ShouldBe(saves);
    }

    [Fact]
    public async Task Run_SecondAttemptAfterAnError_GoesOnFromTheSave()
    {
        var request = await world.TrainingAsync();
        world.Lab.BeforeStep = (step, _) => step == 3 ? throw new IOException("no") : Task.CompletedTask;
        await world.StartAsync(request);
        await world.Worker.RunOneAsync(default);

        world.Lab.BeforeStep = (_, _) => Task.CompletedTask;
        await world.StartAsync(request, attempt: 2);
        await world.Worker.RunOneAsync(default);

        (await world.WeightsAsync(await world.CheckAsync(request, attempt: 2))).ShouldBe("base+1+2+3+4");
        world.Lab.StepsDone.ShouldBe(CountingLab.Steps, "no step was done twice");
    }

    [Fact]
    public async Task Run_Heartbeats_GoOnCountingOverWorkers()
    {
        var request = await world.TrainingAsync();
        await world.StartAsync(request);
        var beats = new List<JobHeartbeat>();
        world.Lab.BeforeStep = async (_, _) =>
        {
            await world.NextBeatAsync(request);
            beats.Add(JsonSerializer.Deserialize(world.Documents[World.Paths(request).Heartbeat], JobsJson.Default.JobHeartbeat)!);
        };

        await world.Worker.RunOneAsync(default);

        beats.Select(beat => beat.Sequence).ShouldBe([2, 3, 4, 5]);
        beats.Select(beat => beat.Done).ShouldBe([0, 1, 2, 3]);
        beats.ShouldAllBe(beat => beat.Worker == "tester" && beat.At <= world.Time.GetUtcNow());
    }

    [Fact]
    public async Task Run_CancelledBefore_DoesNothing()
    {
        var request = await world.TrainingAsync();
        await world.StartAsync(request);
        await world.Dispatcher.CancelAsync(new(request.Job, 1, null), default);

        await world.Worker.RunOneAsync(default);

        world.Lab.StepsDone.ShouldBe(0);
        (world.Tickets.Bodies.Count, world.Results.Bodies.Count, world.Poison.Bodies.Count).ShouldBe((0, 0, 0));
        world.Observer.Notes[^1].ShouldBe("ended Cancelled");
    }

    [Fact]
    public async Task Run_CancelledInTheMiddle_StopsWithoutResult()
    {
        var request = await world.TrainingAsync();
        await world.StartAsync(request);
        world.Lab.BeforeStep = async (step, stop) =>
        {
            if (step == 3)
            {
                await world.Dispatcher.CancelAsync(new(request.Job, 1, null), default);
                await Patiently.TickUntilAsync(world.Time, world.Options.HeartbeatEvery, () => stop.IsCancellationRequested);
                await Task.Delay(Timeout.Infinite, stop);
            }
        };

        await world.Worker.RunOneAsync(default);

        world.Lab.StepsDone.ShouldBe(2);
        world.Documents.Names.ShouldNotContain(World.Paths(request).Result);
        world.Tickets.Bodies.ShouldBeEmpty();
        world.Observer.Notes[^1].ShouldBe("ended Cancelled");
    }

    [Fact]
    public async Task Run_WithdrawnInTheMiddle_WritesNoResult()
    {
        var request = await world.TrainingAsync();
        await world.StartAsync(request);
        world.Lab.BeforeStep = (_, _) => world.Documents.DeleteAsync(World.Paths(request).Manifest, default);

        await world.Worker.RunOneAsync(default);

        world.Documents.Names.ShouldNotContain(World.Paths(request).Result);
        world.Results.Bodies.ShouldBeEmpty();
        world.Observer.Notes[^1].ShouldBe("ended Superseded");
    }

    [Fact]
    public async Task Run_HeartbeatCannotBeWritten_WorkGoesOn()
    {
        var request = await world.TrainingAsync();
        await world.StartAsync(request);
        world.Lab.BeforeStep = async (step, _) =>
        {
            if (step == 2)
            {
                world.Documents.Before = (kind, _) => Crash.If(kind == "put");
                await Patiently.TickUntilAsync(
                    world.Time, world.Options.HeartbeatEvery, () => world.Observer.Notes.Exists(note => note.StartsWith("trouble: write the heartbeat", StringComparison.Ordinal)));
            }
        };

        await world.Worker.RunOneAsync(default);

        (await world.WeightsAsync(await world.CheckAsync(request))).ShouldBe("base+1+2+3+4");
    }

    [Fact]
    public async Task Run_StudentOfAFile_IsRefusedUnlessAllowed()
    {
        var request = new JobRequest("prepare.base", new() { Prepare = new(new() { Checkpoint = "/etc/passwd" }) });
        await world.StartAsync(request);

        await world.Worker.RunOneAsync(default);

        var error = (await world.CheckAsync(request)).Result!.Error!;
        error.Permanent.ShouldBeTrue();
        error.Message.ShouldContain("this worker reads none");

        await world.StartAsync(request);
        var trusting = new JobRunner(new(world.Documents, world.Artifacts, world.Lab, null), world.Options with { AllowFiles = true }, world.Time, world.Observer);
        var attempt = await trusting.OpenAsync(world.Documents[World.Paths(request).Ticket], default);
        (await trusting.RunAsync(attempt, JobLease.Own, default)).ShouldBe(JobOutcome.Finished);
    }

    [Fact]
    public async Task Run_Logs_HoldNoSecret()
    {
        var request = await world.TrainingAsync();
        world.Lab.BeforeStep = (step, _) => step == 2 ? throw new IOException("no") : Task.CompletedTask;
        await world.StartAsync(request);
        var secret = JsonDocument.Parse(world.Documents[World.Paths(request).Ticket]).RootElement.GetProperty("nonce").GetString()!;

        await world.Worker.RunOneAsync(default);
        await world.Tickets.SendAsync(System.Text.Encoding.UTF8.GetBytes("{\"contract\":\"dataenvgym.job/1\",\"nonce\":\"" + secret + "\"}"), default);
        await world.Worker.RunOneAsync(default);

        world.Observer.Notes.Count.ShouldBe(4);
        world.Observer.Notes.ShouldAllBe(note => !note.Contains(secret));
    }
}
