using DataEnvGym.Core.Workflows;
using DataEnvGym.Local.Journal;

namespace DataEnvGym.Local.Tests.Engine;

/// <summary>A failed run can be tried again once what was wrong is mended.</summary>
public sealed class TakeBackTests : IDisposable
{
    private static readonly ActivityName<int, int> Counted = TestNames.Activity("counted");
    private static readonly ActivityName<int, int> Fragile = TestNames.Activity("fragile");
    private static readonly WorkflowName<int, int> Child = TestNames.Workflow("child");
    private readonly EngineHarness harness = new();
    private int counted;
    private bool mended;

    public void Dispose() => harness.Dispose();

    [Fact]
    public async Task TakeBack_AfterAFailedActivity_RunsThatOneAgainAndNoOther()
    {
        await FailAsync(Sequence);
        mended = true;

        TakeBack().ShouldBeTrue();

        (await RunAsync(Sequence)).ShouldBe(11);
        counted.ShouldBe(1);
    }

    // Both failures must go: with the first one kept, the run would fail with it again. What succeeded between them may be done again.
    [Fact]
    public async Task TakeBack_AfterParallelFailures_TakesBackAll()
    {
        static async Task<int> Code(IWorkflowContext context, int x) =>
            (await Task.WhenAll(context.CallAsync(Fragile, x, RetryPolicy.None), context.CallAsync(TestNames.Square, x + 2), context.CallAsync(Fragile, x + 1, RetryPolicy.None))).Sum();
        await FailAsync(Code);
        mended = true;

        TakeBack().ShouldBeTrue();

        (await RunAsync(Code)).ShouldBe(10 + 9 + 20);
    }

    [Fact]
    public async Task TakeBack_AfterAFailedChild_ReopensTheChild()
    {
        static async Task<int> Code(IWorkflowContext context, int x) => await context.CallChildAsync(Child, x, "only") + 5;
        await FailAsync(Code);
        mended = true;

        TakeBack().ShouldBeTrue();

        (await RunAsync(Code)).ShouldBe(16);
        counted.ShouldBe(1);
    }

    [Fact]
    public async Task TakeBack_AfterUsedUpRetries_TriesOnceMore()
    {
        static async Task<int> Code(IWorkflowContext context, int x) =>
            await context.CallAsync(Fragile, x, new RetryPolicy(2, TimeSpan.Zero, 1, TimeSpan.Zero, [typeof(InvalidDataException).FullName!]));
        await FailAsync(Code);
        var before = harness.History();
        before.Count(row => row.Kind == HistoryKind.ActivityFailed).ShouldBe(2);
        mended = true;

        TakeBack().ShouldBeTrue();

        harness.History().Count(row => row.Kind == HistoryKind.ActivityFailed).ShouldBe(1, "the try that was followed by another one stays");
        (await RunAsync(Code)).ShouldBe(10);
    }

    [Fact]
    public async Task TakeBack_WhenStillBroken_FailsTheSameWay()
    {
        await FailAsync(Sequence);
        TakeBack().ShouldBeTrue();

        await FailAsync(Sequence);

        TakeBack().ShouldBeTrue();
    }

    [Fact]
    public async Task TakeBack_OfACompletedRun_ChangesNothing()
    {
        mended = true;
        await RunAsync(Sequence);

        TakeBack().ShouldBeFalse();

        (await RunAsync(Sequence)).ShouldBe(11);
        counted.ShouldBe(1);
    }

    // There is no work to do again: only other code could help, and that would not fit the journal.
    [Fact]
    public async Task TakeBack_OfAWorkflowThatFailedByItself_IsRefused()
    {
        static async Task<int> Code(IWorkflowContext context, int x)
        {
            await context.CallAsync(Counted, x);
            throw new InvalidDataException("by itself");
        }

        await Should.ThrowAsync<ActivityFailedException>(() => RunAsync(Code));

        TakeBack().ShouldBeFalse();
    }

    private static async Task<int> Sequence(IWorkflowContext context, int x) => await context.CallAsync(Counted, x) + await context.CallAsync(Fragile, x, RetryPolicy.None);

    private async Task FailAsync(Func<IWorkflowContext, int, Task<int>> code) =>
        (await Should.ThrowAsync<ActivityFailedException>(() => RunAsync(code))).Message.ShouldContain("broken");

    private Task<int> RunAsync(Func<IWorkflowContext, int, Task<int>> code) => harness.RunAsync(code, registry =>
    {
        registry.AddActivity(Counted, () => new DelegateActivity<int, int>((x, _) => Task.FromResult(x * Interlocked.Increment(ref counted))));
        registry.AddActivity(Fragile, () => new DelegateActivity<int, int>((x, _) => mended ? Task.FromResult(x * 10) : throw new InvalidDataException("broken")));
        registry.AddWorkflow(Child, () => new DelegateWorkflow<int, int>(Sequence));
    });

    private bool TakeBack()
    {
        using var journal = SqliteJournal.Open(harness.JournalPath);
        return journal.TakeBackFailures();
    }
}
