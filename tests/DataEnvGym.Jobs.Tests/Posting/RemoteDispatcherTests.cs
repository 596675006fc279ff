using System.Text;
using System.Text.Json;
using DataEnvGym.Core.Jobs;
using DataEnvGym.Jobs.Contract;
using DataEnvGym.Jobs.Tests.Support;

namespace DataEnvGym.Jobs.Tests.Posting;

public sealed class RemoteDispatcherTests
{
    private readonly World world = new();
    private readonly SpyPlatform platform = new();

    [Fact]
    public async Task Start_NewAttempt_PostsManifestAndTicketThenLaunches()
    {
        var request = await world.TrainingAsync();

        var start = await world.StartAsync(request, 2, world.DispatcherOn(platform));

        start.Handle.ShouldBe("worker-1");
        (start.CheckEvery, start.RetryDelay, start.MaxAttempts).ShouldBe((platform.Patience.CheckEvery, platform.Patience.RetryDelay, 4));
        var launch = platform.Launches.ShouldHaveSingleItem();
        (launch.Run, launch.Job, launch.Attempt, launch.TicketName).ShouldBe((World.Run, request.Job, 2, $"run-1/{request.Job}/attempt-2/ticket.json"));
        launch.Ticket.ToArray().ShouldBe(world.Documents[launch.TicketName]);
        var attempt = await IssuedAttempt.OpenAsync(world.Documents, launch.Ticket, default);
        attempt.Manifest.Work.ShouldBe(request.Work);
        (attempt.Manifest.Kind, attempt.Manifest.ReplyTo).ShouldBe(("train", World.ReplyTo));
    }

    [Fact]
    public async Task Start_Secret_IsInTheTicketAlone()
    {
        var request = await world.TrainingAsync();

        await world.StartAsync(request, dispatcher: world.DispatcherOn(platform));

        var secret = JsonDocument.Parse(platform.Launches[0].Ticket).RootElement.GetProperty("nonce").GetString()!;
        secret.Length.ShouldBe(64);
        world.Documents.Names.Where(name => Encoding.UTF8.GetString(world.Documents[name]).Contains(secret, StringComparison.Ordinal))
            .ShouldBe([World.Paths(request).Ticket]);
        JsonSerializer.Deserialize(platform.Launches[0].Ticket.Span, JobsJson.Default.JobTicket)!.ToString().ShouldNotContain(secret);
    }

    [Fact]
    public async Task Start_SameAttemptTwice_LaunchesOnce()
    {
        var request = await world.TrainingAsync();
        var dispatcher = world.DispatcherOn(platform);

        var first = await world.StartAsync(request, dispatcher: dispatcher);
        var second = await world.StartAsync(request, dispatcher: dispatcher);

        second.ShouldBe(first);
        platform.Launches.ShouldHaveSingleItem();
    }

    // Crashes before each operation on documents, in turn; the next start must give a ticket that a worker accepts, whatever was left.
    [Fact]
    public async Task Start_CrashAnywhere_SecondStartGivesAGoodTicket()
    {
        for (var crash = 1; ; crash++)
        {
            var (scene, spy) = (new World(), new SpyPlatform());
            var request = await scene.TrainingAsync();
            var operations = 0;
            scene.Documents.Before = (_, _) => Crash.If(++operations == crash);
            if (await Crash.HappensAsync(() => scene.StartAsync(request, dispatcher: scene.DispatcherOn(spy))))
            {
                var launches = spy.Launches.ToList();
                await scene.StartAsync(request, dispatcher: scene.DispatcherOn(spy));

                var last = spy.Launches[^1];
                (await IssuedAttempt.OpenAsync(scene.Documents, last.Ticket, default)).Manifest.Work.ShouldBe(request.Work);
                launches.ShouldAllBe(launch => launch.Ticket.ToArray().SequenceEqual(last.Ticket.ToArray()), "the one ticket was launched again");
                continue;
            }

            crash.ShouldBeGreaterThan(8);
            return;
        }
    }

    [Fact]
    public async Task Start_NoRoom_SaysSoAndStartsLaterWithTheSameTicket()
    {
        var request = await world.TrainingAsync();
        var dispatcher = world.DispatcherOn(platform);
        platform.BeforeStart = () => throw new JobCapacityException("The quota is used up.");

        var refused = await world.StartAsync(request, dispatcher: dispatcher);
        var ticket = world.Documents[World.Paths(request).Ticket];
        world.Time.Advance(TimeSpan.FromHours(3));
        platform.BeforeStart = () => { };
        var start = await world.StartAsync(request, dispatcher: dispatcher);

        refused.NoRoom.ShouldBe("The quota is used up.");
        (start.NoRoom, start.Handle).ShouldBe((null, "worker-1"));
        platform.Launches[0].Ticket.ToArray().ShouldBe(ticket);
        (await world.CheckAsync(request, dispatcher: dispatcher)).ShouldBe(new JobCheck(null, null), "the wait for room does not count against the attempt");
    }

    [Fact]
    public async Task Start_AttemptThatFailed_IsIssuedAnew()
    {
        var request = await world.PredictionAsync();
        world.Lab.BeforePrediction = () => throw new InvalidOperationException("out of luck");
        await world.StartAsync(request);
        await world.Worker.RunOneAsync(default);
        (await world.CheckAsync(request)).Result!.Error!.Message.ShouldBe("out of luck");

        world.Lab.BeforePrediction = () => Task.CompletedTask;
        await world.StartAsync(request);
        await world.Worker.RunOneAsync(default);

        (await world.CheckAsync(request)).Result.ShouldNotBeNull().Prediction.ShouldNotBeNull();
    }

    [Fact]
    public async Task Start_AttemptThatWasCancelled_IsIssuedAnewAndOnlyTheOldTicketStaysCancelled()
    {
        var request = await world.TrainingAsync();
        await world.StartAsync(request);
        await world.Dispatcher.CancelAsync(new(request.Job, 1, null), default);
        await world.StartAsync(request);

        await world.Worker.RunOneAsync(default);
        await world.Worker.RunOneAsync(default);

        world.Poison.Bodies.ShouldHaveSingleItem("the old ticket has no manifest any more");
        (await world.WeightsAsync(await world.CheckAsync(request))).ShouldBe("base+1+2+3+4");
    }

    [Fact]
    public async Task Start_OtherWorkUnderTheSameName_DoesNotGetTheOldResult()
    {
        await world.StartAsync(await world.TrainingAsync(seed: 1));
        await world.Worker.RunOneAsync(default);
        var other = await world.TrainingAsync(seed: 2);

        await world.StartAsync(other);

        (await world.CheckAsync(other)).ShouldBe(new JobCheck(null, null));
    }

    [Fact]
    public async Task Start_FinishedAttempt_KeepsItsResult()
    {
        var request = await world.TrainingAsync();
        await world.StartAsync(request);
        await world.Worker.RunOneAsync(default);

        await world.StartAsync(request);

        world.Tickets.Bodies.ShouldBeEmpty();
        (await world.WeightsAsync(await world.CheckAsync(request))).ShouldBe("base+1+2+3+4");
    }

    [Fact]
    public async Task Check_Heartbeat_IsReported()
    {
        var request = await world.TrainingAsync();
        await world.StartAsync(request);
        world.Lab.BeforeStep = (step, _) => step == 3 ? BeatAndCheckAsync(request) : Task.CompletedTask;

        await world.Worker.RunOneAsync(default);

        world.Progress.ShouldContain(progress => progress.Done == 2 && progress.Total == 4 && progress.Unit == "steps" && progress.Detail == "loss 0.50");
    }

    [Fact]
    public async Task Check_UnreadableHeartbeatAndResult_AreAsGoodAsNone()
    {
        var request = await world.TrainingAsync();
        await world.StartAsync(request);
        await world.Documents.PutAsync(World.Paths(request).Heartbeat, "{\"sequence\":"u8.ToArray(), default);
        await world.Documents.PutAsync(World.Paths(request).Result, "[]"u8.ToArray(), default);

        (await world.CheckAsync(request)).ShouldBe(new JobCheck(null, null));
    }

    [Fact]
    public async Task Check_PastTheDeadline_FailsForGoodAndStopsTheWorker()
    {
        var request = await world.TrainingAsync();
        var dispatcher = world.DispatcherOn(platform);
        await world.StartAsync(request, dispatcher: dispatcher);
        world.Time.Advance(platform.Patience.Deadline + TimeSpan.FromSeconds(1));

        var check = await world.CheckAsync(request, dispatcher: dispatcher);

        check.Result!.Error!.Permanent.ShouldBeTrue();
        platform.Stopped.ShouldHaveSingleItem();
        world.Documents.Names.ShouldContain(World.Paths(request).Cancel);
    }

    [Fact]
    public async Task Check_ManifestGone_IsLost()
    {
        var request = await world.TrainingAsync();

        (await world.CheckAsync(request)).Lost.ShouldNotBeNull().ShouldContain("manifest.json is gone");
    }

    private async Task BeatAndCheckAsync(JobRequest request)
    {
        await world.NextBeatAsync(request);
        await world.CheckAsync(request);
    }
}
