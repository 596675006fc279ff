using DataEnvGym.Core.Workflows;
using DataEnvGym.Local.Engine;
using DataEnvGym.Local.Journal;

namespace DataEnvGym.Local.Tests.Engine;

public sealed class ResumeTests : IDisposable
{
    private static readonly ActivityName<int, int> Hang = TestNames.Activity("hang");
    private readonly EngineHarness harness = new();

    public void Dispose() => harness.Dispose();

    [Fact]
    public async Task Resume_AfterCancellation_RunsOnlyWhatHasNoResult()
    {
        Func<IWorkflowContext, int, Task<int>> code =
            async (context, x) => await context.CallAsync(TestNames.Activity("once"), x) + await context.CallAsync(Hang, x);
        var runs = 0;
        void Register(EngineRegistry registry, Func<int, CancellationToken, Task<int>> hang)
        {
            registry.AddActivity(TestNames.Activity("once"), () => new DelegateActivity<int, int>((x, _) => Task.FromResult(x + ++runs)));
            registry.AddActivity(Hang, () => new DelegateActivity<int, int>(hang));
        }

        using var stop = new CancellationTokenSource();
        await Should.ThrowAsync<OperationCanceledException>(() => harness.RunAsync(
            code,
            registry => Register(registry, async (_, token) =>
            {
                await stop.CancelAsync();
                token.IsCancellationRequested.ShouldBeTrue();
                throw new IOException("an activity may leave in any way once it was told to stop");
            }),
            cancellationToken: stop.Token));
        harness.History().ShouldNotContain(r => r.Kind == HistoryKind.ActivityFailed);

        var result = await harness.RunAsync(code, registry => Register(registry, (x, _) => Task.FromResult(x * 10)), input: 5);

        result.ShouldBe(12, "the stored input 1 wins over the new 5");
        runs.ShouldBe(1);
    }

    [Fact]
    public async Task Resume_OfACompletedRun_ReturnsTheRecordedResult()
    {
        await harness.RunAsync((context, x) => context.CallAsync(TestNames.Square, x + 2));

        (await harness.RunAsync((_, _) => throw new InvalidOperationException("must not run again"))).ShouldBe(9);
    }

    [Fact]
    public async Task Resume_WithAnotherWorkflow_IsRefused()
    {
        await harness.RunAsync((_, x) => Task.FromResult(x));
        using var journal = SqliteJournal.Open(harness.JournalPath);
        using var engine = new LocalEngine(new EngineRegistry(), journal, harness.Clock);

        var error = await Should.ThrowAsync<InvalidOperationException>(() => engine.RunAsync(TestNames.Text, "run", 1, CancellationToken.None));
        error.Message.ShouldContain("runs workflow 'main', not 'text'");
    }

    [Fact]
    public async Task Resume_DuringBackoff_GoesOnWithTheAttemptCount()
    {
        var tries = 0;
        var policy = new RetryPolicy(3, TimeSpan.FromSeconds(10), 2, TimeSpan.FromHours(1), []);
        void Register(EngineRegistry registry) => registry.AddActivity(
            TestNames.Activity("failing"), () => new DelegateActivity<int, int>((_, _) => throw new IOException($"try {++tries}")));
        Task<int> Code(IWorkflowContext context, int x) => context.CallAsync(TestNames.Activity("failing"), x, policy);

        using (var stop = new CancellationTokenSource())
        {
            var life = harness.RunAsync(Code, Register, cancellationToken: stop.Token);
            await harness.Clock.TimerSetAsync();
            harness.Clock.Advance(TimeSpan.FromSeconds(10));
            await harness.Clock.TimerSetAsync();
            await stop.CancelAsync();
            await Should.ThrowAsync<OperationCanceledException>(() => life);
        }

        tries.ShouldBe(2);
        harness.Clock.SkipsTimers = true;
        (await Should.ThrowAsync<ActivityFailedException>(() => harness.RunAsync(Code, Register))).Message.ShouldBe("try 3");
        tries.ShouldBe(3);
    }

    [Fact]
    public async Task Resume_DuringATimer_FiresAtTheOriginalDueTime()
    {
        static async Task<int> Code(IWorkflowContext context, int x)
        {
            var start = context.Now;
            await context.DelayAsync(TimeSpan.FromHours(10));
            return (int)(context.Now - start).TotalHours;
        }

        using (var stop = new CancellationTokenSource())
        {
            var life = harness.RunAsync(Code, cancellationToken: stop.Token);
            await harness.Clock.TimerSetAsync();
            harness.Clock.Advance(TimeSpan.FromHours(9));
            await stop.CancelAsync();
            await Should.ThrowAsync<OperationCanceledException>(() => life);
        }

        var second = harness.RunAsync(Code);
        await harness.Clock.TimerSetAsync();
        harness.Clock.Advance(TimeSpan.FromHours(1));

        (await second).ShouldBe(10);
    }

    [Fact]
    public async Task MissingActivity_BeforeItIsJournaled_IsAnErrorThatRegistrationMends()
    {
        var error = await Should.ThrowAsync<InvalidOperationException>(() => harness.RunAsync((context, x) => context.CallAsync(Hang, x)));
        error.Message.ShouldContain("No activity 'hang' is registered");

        var mended = await harness.RunAsync(
            (context, x) => context.CallAsync(Hang, x),
            registry => registry.AddActivity(Hang, () => new DelegateActivity<int, int>((x, _) => Task.FromResult(x + 1))));
        mended.ShouldBe(2);
    }
}
