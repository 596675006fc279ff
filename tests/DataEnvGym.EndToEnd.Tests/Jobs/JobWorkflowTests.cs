using DataEnvGym.Core.Jobs;
using DataEnvGym.Core.Students;
using DataEnvGym.Core.Workflows;
using DataEnvGym.EndToEnd.Tests.Support;
using DataEnvGym.Local.Engine;
using DataEnvGym.Local.Journal;

namespace DataEnvGym.EndToEnd.Tests.Jobs;

/// <summary>The job workflow, replayed after every event, with workers that do what a test says.</summary>
public sealed class JobWorkflowTests : IDisposable
{
    private static readonly JobRequest Request = new("train.iteration-01", new() { Prepare = new(new StudentSpec()) });
    private static readonly JobResult Done = new() { Base = new("embedded", new("checkpoints/base.safetensors", 1, 1, new('a', 64)), null) };
    private static readonly JobCheck UnderWay = new(null, null);
    private readonly string folder = Scratch.NewFolder();

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Job_DoneAtOnce_IsNotLookedAt()
    {
        var workers = new ScriptedDispatcher { OnStart = (_, _) => new() { Result = Done }, OnCheck = (_, _) => UnderWay };

        (await RunAsync(workers)).ShouldBe(Done);

        workers.Calls.ShouldBe(["start 1"]);
    }

    // The event was lost: the next look finds the result all the same.
    [Fact]
    public async Task Job_WithoutEvent_IsFoundByALook()
    {
        var workers = new ScriptedDispatcher { OnCheck = (_, looks) => looks == 2 ? new(Done, null) : UnderWay };

        (await RunAsync(workers)).ShouldBe(Done);

        workers.Calls.ShouldBe(["start 1", "check 1", "check 1", "check 1"]);
    }

    [Fact]
    public async Task Job_WithEvent_IsLookedAtAtOnce()
    {
        var workers = new ScriptedDispatcher
        {
            OnStart = (_, _) => ScriptedDispatcher.Quick with { CheckEvery = TimeSpan.FromDays(1) },
            OnCheck = (_, _) => new(Done, null),
        };

        (await RunAsync(workers, engine => engine.RaiseEventAsync("job", JobNames.Finished(Request.Job, 1), "now"))).ShouldBe(Done);
    }

    // An event about an attempt that was given up must not end the wait for the one that follows it.
    [Fact]
    public async Task Job_EventOfAnotherAttempt_ReachesNobody()
    {
        var workers = new ScriptedDispatcher { OnCheck = (_, looks) => looks == 3 ? new(Done, null) : UnderWay };

        await RunAsync(workers, engine => engine.RaiseEventAsync("job", JobNames.Finished(Request.Job, 2), "late"));

        workers.Calls.Count(call => call == "check 1").ShouldBe(4);
    }

    [Fact]
    public async Task Job_LostAttempt_IsCancelledAndTriedAgain()
    {
        var workers = new ScriptedDispatcher { OnCheck = (attempt, _) => attempt == 1 ? new(null, "no sign of life") : new(Done, null) };

        (await RunAsync(workers)).ShouldBe(Done);

        workers.Calls.ShouldBe(["start 1", "check 1", "cancel 1", "start 2", "check 2"]);
    }

    [Fact]
    public async Task Job_AllAttemptsLost_FailsAndSaysWhy()
    {
        var workers = new ScriptedDispatcher { OnCheck = (_, _) => new(null, "no sign of life") };

        var error = await Should.ThrowAsync<ActivityFailedException>(() => RunAsync(workers));

        error.Message.ShouldBe("Attempt 3 at job train.iteration-01 was lost: no sign of life");
        workers.Calls.Count(call => call.StartsWith("start", StringComparison.Ordinal)).ShouldBe(3);
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 3)]
    public async Task Job_ThatFails_IsTriedAgainUnlessThatCannotHelp(bool permanent, int attempts)
    {
        var workers = new ScriptedDispatcher { OnCheck = (_, _) => new(new() { Error = new("Some.Error", "It broke.", permanent) }, null) };

        var error = await Should.ThrowAsync<ActivityFailedException>(() => RunAsync(workers));

        (error.ErrorType, error.Message).ShouldBe(("Some.Error", "It broke."));
        workers.Calls.Count(call => call.StartsWith("start", StringComparison.Ordinal)).ShouldBe(attempts);
    }

    [Fact]
    public async Task Job_ForOneAttempt_GetsNoSecond()
    {
        var workers = new ScriptedDispatcher { OnCheck = (_, _) => new(null, "no sign of life") };

        await Should.ThrowAsync<ActivityFailedException>(() => RunAsync(workers, request: Request with { MaxAttempts = 1 }));

        workers.Calls.ShouldBe(["start 1", "check 1", "cancel 1"]);
    }

    // Half of the work may have been done and paid before the error.
    [Fact]
    public async Task Job_ForOneAttemptWhoseWorkFailsAtOnce_IsNotBegunAgain()
    {
        var workers = new ScriptedDispatcher { OnStart = (_, _) => throw new IOException("It broke half-way."), OnCheck = (_, _) => UnderWay };

        var error = await Should.ThrowAsync<ActivityFailedException>(() => RunAsync(workers, request: Request with { MaxAttempts = 1 }));

        error.Message.ShouldBe("It broke half-way.");
        workers.Calls.ShouldBe(["start 1"]);
    }

    // No room is no failure: it costs no attempt.
    [Fact]
    public async Task Job_WithoutRoom_AsksForTheSameAttemptAgain()
    {
        var workers = new ScriptedDispatcher
        {
            OnStart = (_, before) => before < 2 ? ScriptedDispatcher.Quick with { NoRoom = "quota" } : ScriptedDispatcher.Quick,
            OnCheck = (_, _) => new(Done, null),
        };

        (await RunAsync(workers)).ShouldBe(Done);

        workers.Calls.ShouldBe(["start 1", "start 1", "start 1", "check 1"]);
    }

    // Hundreds of looks would make a history that every replay reads again.
    [Fact]
    public async Task Job_LookedAtOften_KeepsItsHistoryShort()
    {
        var workers = new ScriptedDispatcher { OnCheck = (_, looks) => looks == 120 ? new(Done, null) : UnderWay };

        (await RunAsync(workers)).ShouldBe(Done);

        workers.Calls.Count(call => call == "start 1").ShouldBe(1);
        using var journal = SqliteJournal.Open(Path.Combine(folder, "journal.db"));
        journal.Find("job")!.Generation.ShouldBe(3);
    }

    private async Task<JobResult> RunAsync(ScriptedDispatcher workers, Func<LocalEngine, Task>? before = null, JobRequest? request = null)
    {
        using var journal = SqliteJournal.Open(Path.Combine(folder, "journal.db"));
        var registry = new EngineRegistry();
        registry.AddJobs(workers);
        using var engine = new LocalEngine(registry, journal, TimeProvider.System, new() { ReplayAfterEveryEvent = true });
        if (before is not null)
        {
            await before(engine);
        }

        return await engine.RunAsync(JobNames.Job, "job", new JobState(request ?? Request), CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(60));
    }
}
