using DataEnvGym.Local.Engine;
using DataEnvGym.Local.Journal;

namespace DataEnvGym.Local.Tests.Engine;

public sealed class LiveTests : IDisposable
{
    private readonly EngineHarness harness = new();

    public void Dispose() => harness.Dispose();

    [Fact]
    public async Task Activities_MoreThanTheLimit_NeverRunTogether()
    {
        var now = 0;
        var most = 0;
        var name = TestNames.Activity("counted");
        await harness.RunAsync(
            async (context, _) => (await Task.WhenAll(Enumerable.Range(0, 24).Select(i => context.CallAsync(name, i)))).Sum(),
            registry => registry.AddActivity(name, () => new DelegateActivity<int, int>(async (x, _) =>
            {
                var running = Interlocked.Increment(ref now);
                InterlockedMax(ref most, running);
                await Task.Yield();
                await Task.Yield();
                Interlocked.Decrement(ref now);
                return x;
            })),
            options: new EngineOptions { MaxParallelActivities = 3 });

        most.ShouldBeInRange(1, 3);
    }

    [Fact]
    public async Task Event_PostedByAnotherProcess_IsTakenAtTheNextLookIntoTheInbox()
    {
        var waiting = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var run = harness.RunAsync(async (context, x) =>
        {
            await context.CallAsync(TestNames.Square, x);
            context.ReportStatus("waiting");
            return await context.WaitForEventAsync(TestNames.Number);
        }, observer: new Recorder(line => { if (line.StartsWith("status")) { waiting.SetResult(); } }));
        await waiting.Task;

        EventInbox.Post(harness.JournalPath, "run", TestNames.Number, 77);
        harness.Clock.Advance(new EngineOptions().InboxPollInterval);

        (await run).ShouldBe(77);
    }

    [Fact]
    public async Task Deadline_ThatWasMet_LeavesNoTimerToFire()
    {
        var run = harness.RunAsync(
            async (context, x) =>
            {
                var wait = context.WaitForEventAsync(TestNames.Number, TimeSpan.FromHours(1));
                await context.CallAsync(TestNames.Activity("post"), x);
                await wait;
                await context.DelayAsync(TimeSpan.FromHours(2));
                return x;
            },
            registry => registry.AddActivity(TestNames.Activity("post"), () => new DelegateActivity<int, int>((x, _) =>
            {
                EventInbox.Post(harness.JournalPath, "run", TestNames.Number, x);
                harness.Clock.Advance(new EngineOptions().InboxPollInterval);
                return Task.FromResult(x);
            })));
        await harness.Clock.TimerSetAsync();
        await harness.Clock.TimerSetAsync();
        harness.Clock.Advance(TimeSpan.FromHours(3));
        await run;

        var history = harness.History();
        history.Count(r => r.Kind == HistoryKind.TimerCreated).ShouldBe(2);
        history.Single(r => r.Kind == HistoryKind.TimerFired).Step.ShouldBe(3);
    }

    [Fact]
    public async Task EventInbox_WithoutARunningInstance_SaysSo()
    {
        Should.Throw<JournalException>(() => EventInbox.Post(harness.JournalPath, "run", TestNames.Number, 1)).Message.ShouldContain("There is no journal at");
        File.Exists(harness.JournalPath).ShouldBeFalse();
        await harness.RunAsync((_, x) => Task.FromResult(x));

        Should.Throw<JournalException>(() => EventInbox.Post(harness.JournalPath, "run", TestNames.Number, 1)).Message.ShouldContain("(Completed)");
        Should.Throw<JournalException>(() => EventInbox.Post(harness.JournalPath, "other", TestNames.Number, 1)).Message.ShouldContain("(not started)");
    }

    [Fact]
    public async Task Observer_OverTwoLives_HearsOfEveryThingOnce()
    {
        harness.Clock.SkipsTimers = true;
        var lines = new List<string>();
        var recorder = new Recorder(lines.Add);
        var failures = 0;
        void Register(EngineRegistry registry) => registry.AddActivity(TestNames.Activity("flaky"), () => new DelegateActivity<int, int>(
            (x, _) => failures++ == 0 ? throw new IOException("busy") : Task.FromResult(x)));
        static async Task<int> Code(Core.Workflows.IWorkflowContext context, int x)
        {
            context.ReportStatus("begun");
            await context.CallAsync(TestNames.Square, x);
            return await context.CallAsync(TestNames.Activity("hang"), x) + await context.CallAsync(TestNames.Activity("flaky"), x);
        }

        await harness.InterruptAsync(Code, observer: recorder);
        await harness.RunAsync(Code, registry =>
        {
            Register(registry);
            registry.AddActivity(TestNames.Activity("hang"), () => new DelegateActivity<int, int>((x, _) => Task.FromResult(x)));
        }, observer: recorder);

        lines.ShouldBe([
            "status run begun",
            "started run square 1 try 1", "progress run square 1", "completed run square 1",
            "started run hang 2 try 1", "progress run hang 2",
            "started run hang 2 try 1", "progress run hang 2", "completed run hang 2",
            "started run flaky 3 try 1", "progress run flaky 3", "retrying run flaky 3 try 1 in 1 s: busy",
            "started run flaky 5 try 2", "progress run flaky 5", "completed run flaky 5",
        ]);
    }

    [Fact]
    public async Task Instance_ThatRunsAlready_IsNotRunTwice()
    {
        using var journal = SqliteJournal.Open(harness.JournalPath);
        var registry = new EngineRegistry();
        registry.AddWorkflow(TestNames.Main, () => new DelegateWorkflow<int, int>((context, _) => context.WaitForEventAsync(TestNames.Number)));
        using var engine = new LocalEngine(registry, journal, harness.Clock);
        var first = engine.RunAsync(TestNames.Main, "run", 1, CancellationToken.None);
        var second = engine.RunAsync(TestNames.Main, "run", 1, CancellationToken.None);
        await engine.RaiseEventAsync("run", TestNames.Number, 3);

        var outcomes = await Task.WhenAll(Outcome(first), Outcome(second));

        // Either the second came while the first ran, or after it had ended.
        outcomes.ShouldContain("3");
        outcomes.ShouldAllBe(o => o == "3" || o.Contains("is running already", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a/b")]
    public async Task Instance_WithAnIdThatIsNone_IsRefused(string id)
    {
        using var journal = SqliteJournal.Open(harness.JournalPath);
        using var engine = new LocalEngine(new EngineRegistry(), journal, harness.Clock);

        await Should.ThrowAsync<ArgumentException>(() => engine.RunAsync(TestNames.Main, id, 1, CancellationToken.None));
    }

    private static async Task<string> Outcome(Task<int> run)
    {
        try
        {
            return $"{await run}";
        }
        catch (InvalidOperationException e)
        {
            return e.Message;
        }
    }

    private static void InterlockedMax(ref int target, int value)
    {
        int seen;
        while ((seen = Volatile.Read(ref target)) < value && Interlocked.CompareExchange(ref target, value, seen) != seen)
        {
        }
    }
}
