using System.Text;
using DataEnvGym.Jobs.Running;
using DataEnvGym.Jobs.Tests.Support;

namespace DataEnvGym.Jobs.Tests.Running;

public sealed class JobWorkerTests
{
    private readonly World world = new();

    [Fact]
    public async Task RunOne_EmptyQueue_SaysSo() => (await world.Worker.RunOneAsync(default)).ShouldBeFalse();

    [Fact]
    public async Task Run_IdleForLongEnough_Ends()
    {
        await world.StartAsync(await world.TrainingAsync());
        var worker = new JobWorker(world.Tickets, world.Poison, world.Runner, new() { StopWhenIdleFor = TimeSpan.FromMinutes(2) }, world.Time, world.Observer);
        var started = world.Time.GetUtcNow();

        var running = worker.RunAsync(default);
        await Patiently.UntilAsync(() =>
        {
            world.Time.Advance(TimeSpan.FromSeconds(1));
            return running.IsCompleted;
        });

        await running;
        world.Results.Bodies.Count.ShouldBe(1);
        (world.Time.GetUtcNow() - started).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromMinutes(2));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("rm -rf /")]
    [InlineData("{\"contract\":\"dataenvgym.job/2\",\"run\":\"run-1\",\"job\":\"a\",\"attempt\":1,\"manifest\":\"run-1/a/attempt-1/manifest.json\",\"manifestSha256\":\"\",\"nonce\":\"\"}")]
    [InlineData("{\"contract\":\"dataenvgym.job/1\",\"run\":\"..\",\"job\":\"a\",\"attempt\":1,\"manifest\":\"../a/attempt-1/manifest.json\",\"manifestSha256\":\"\",\"nonce\":\"\"}")]
    [InlineData("{\"contract\":\"dataenvgym.job/1\",\"run\":\"run-1\",\"job\":\"a\",\"attempt\":0,\"manifest\":\"run-1/a/attempt-0/manifest.json\",\"manifestSha256\":\"\",\"nonce\":\"\"}")]
    [InlineData("{\"contract\":\"dataenvgym.job/1\",\"run\":\"run-1\",\"job\":\"a\",\"attempt\":1,\"manifest\":\"run-1/a/attempt-1/manifest.json\",\"manifestSha256\":\"\",\"nonce\":\"\"}")]
    public async Task RunOne_MessageThatIsNoTicket_GoesToThePoisonQueue(string body)
    {
        await world.Tickets.SendAsync(Encoding.UTF8.GetBytes(body), default);

        (await world.Worker.RunOneAsync(default)).ShouldBeTrue();

        world.Poison.Bodies.ShouldBe([body]);
        world.Tickets.Bodies.ShouldBeEmpty();
        world.Results.Bodies.ShouldBeEmpty();
        world.Documents.Names.ShouldBeEmpty();
        world.Observer.Notes.ShouldHaveSingleItem().ShouldStartWith("poisoned: ");
    }

    [Fact]
    public async Task RunOne_TicketThatKeepsComingBack_IsPoisonAndFailsTheAttempt()
    {
        var request = await world.TrainingAsync();
        await world.StartAsync(request);
        for (var delivery = 1; delivery <= 5; delivery++)
        {
            await world.Tickets.ReceiveAsync(TimeSpan.FromSeconds(60), default);
            world.Time.Advance(TimeSpan.FromSeconds(60));
        }

        await world.Worker.RunOneAsync(default);

        var error = (await world.CheckAsync(request)).Result!.Error!;
        (error.Type, error.Permanent).ShouldBe((JobWorker.PoisonError, true));
        error.Message.ShouldContain("delivered 6 times");
        (world.Poison.Bodies.Count, world.Results.Bodies.Count, world.Tickets.Bodies.Count).ShouldBe((1, 1, 0));
        world.Lab.StepsDone.ShouldBe(0);
    }

    [Fact]
    public async Task RunOne_AskedToStop_GivesTheTicketBackAndTheNextGoesOn()
    {
        var request = await world.TrainingAsync();
        await world.StartAsync(request);
        using var stop = new CancellationTokenSource();
        world.Lab.BeforeStep = async (step, token) =>
        {
            if (step == 3)
            {
                await stop.CancelAsync();
                token.ThrowIfCancellationRequested();
            }
        };

        await world.Worker.RunOneAsync(stop.Token);

        world.Tickets.Visible.ShouldBe(1, "at once, not when its time has run out");
        world.Documents.Names.ShouldNotContain(World.Paths(request).Result);
        world.Observer.Notes[^1].ShouldBe("ended Stopped");
        var other = new CountingLab();
        await world.OtherWorker(other).RunOneAsync(default);
        (await world.WeightsAsync(await world.CheckAsync(request))).ShouldBe("base+1+2+3+4");
        (world.Lab.StepsDone, other.StepsDone).ShouldBe((2, 2));
    }

    [Fact]
    public async Task RunOne_LongWork_KeepsTheTicketHidden()
    {
        var request = await world.TrainingAsync();
        await world.StartAsync(request);
        world.Lab.BeforeStep = async (_, _) =>
        {
            for (var beat = 0; beat < 10; beat++)
            {
                await world.NextBeatAsync(request);
                world.Tickets.Visible.ShouldBe(0);
            }
        };

        await world.Worker.RunOneAsync(default);

        (await world.WeightsAsync(await world.CheckAsync(request))).ShouldBe("base+1+2+3+4");
        world.Tickets.Bodies.ShouldBeEmpty();
    }

    [Fact]
    public async Task RunOne_TicketTakenByAnother_StopsWithoutResultAndLeavesItAlone()
    {
        var request = await world.TrainingAsync();
        await world.StartAsync(request);
        world.Lab.BeforeStep = async (step, token) =>
        {
            if (step == 2)
            {
                world.Tickets.Before = kind => Crash.If(kind == "renew");
                world.Time.Advance(TimeSpan.FromSeconds(60));
                world.Tickets.Before = _ => { };
                await world.Tickets.ReceiveAsync(TimeSpan.FromSeconds(60), default);
                world.Time.Advance(TimeSpan.FromSeconds(20));
                await Task.Delay(Timeout.Infinite, token);
            }
        };

        await world.Worker.RunOneAsync(default);

        world.Documents.Names.ShouldNotContain(World.Paths(request).Result);
        world.Tickets.Bodies.ShouldHaveSingleItem();
        world.Observer.Notes[^1].ShouldBe("ended ClaimLost");
    }

    // The worker's process ends before each operation on a queue or a document, in turn. Another worker takes over when the ticket's time has run out.
    [Fact]
    public async Task RunOne_CrashAnywhere_NextWorkerEndsWithTheSame()
    {
        for (var crash = 1; ; crash++)
        {
            var scene = new World();
            var request = await scene.TrainingAsync();
            await scene.StartAsync(request);
            var operations = 0;
            var dead = false;
            void Step()
            {
                dead |= ++operations == crash;
                Crash.If(dead);
            }

            scene.Documents.Before = (_, _) => Step();
            scene.Tickets.Before = scene.Results.Before = scene.Poison.Before = _ => Step();
            var crashed = await Crash.HappensAsync(() => scene.Worker.RunOneAsync(default));
            scene.Documents.Before = (_, _) => { };
            scene.Tickets.Before = scene.Results.Before = scene.Poison.Before = _ => { };
            scene.Time.Advance(TimeSpan.FromSeconds(60));
            await scene.OtherWorker().RunOneAsync(default);

            (await scene.WeightsAsync(await scene.CheckAsync(request))).ShouldBe("base+1+2+3+4", $"after a crash before operation {crash}");
            scene.Results.Bodies.ShouldNotBeEmpty();
            (scene.Tickets.Bodies.Count, scene.Poison.Bodies.Count).ShouldBe((0, 0));
            scene.Artifacts.Names.Where(name => name.Contains("/state-", StringComparison.Ordinal)).ShouldBeEmpty();
            if (!crashed)
            {
                crash.ShouldBeGreaterThan(20);
                return;
            }
        }
    }

    [Fact]
    public async Task Run_EmptyQueue_LooksLessAndLessOften()
    {
        using var stop = new CancellationTokenSource();
        var looks = new List<DateTimeOffset>();
        world.Tickets.Before = kind => looks.Add(world.Time.GetUtcNow());
        var started = world.Time.GetUtcNow();
        var working = world.Worker.RunAsync(stop.Token);
        while (looks.Count < 9)
        {
            world.Time.Advance(TimeSpan.FromSeconds(0.1));
            await Task.Yield();
        }

        await stop.CancelAsync();
        await working;

        looks.Zip(looks.Skip(1), (one, next) => (next - one).TotalSeconds).Take(7).ShouldAllBe(wait => wait >= 0.2);
        (looks[8] - looks[7]).TotalSeconds.ShouldBeGreaterThanOrEqualTo(5);
        (looks[1] - started).TotalSeconds.ShouldBeLessThan(1);
    }

    [Fact]
    public async Task Run_StorageFails_GoesOn()
    {
        using var stop = new CancellationTokenSource();
        var request = await world.TrainingAsync();
        await world.StartAsync(request);
        var failures = 3;
        world.Tickets.Before = kind => Crash.If(kind == "receive" && failures-- > 0);
        var working = world.Worker.RunAsync(stop.Token);
        while (world.Results.Bodies.Count == 0)
        {
            world.Time.Advance(TimeSpan.FromSeconds(0.1));
            await Task.Yield();
        }

        await stop.CancelAsync();
        await working;

        (await world.WeightsAsync(await world.CheckAsync(request))).ShouldBe("base+1+2+3+4");
        world.Observer.Notes.Count(note => note.StartsWith("trouble: take a ticket", StringComparison.Ordinal)).ShouldBe(3);
    }
}
