using DataEnvGym.Core.Workflows;
using DataEnvGym.Local.Engine;

namespace DataEnvGym.Local.Tests.Engine;

public sealed class DivergenceTests : IDisposable
{
    private static readonly ActivityName<int, int> Hang = TestNames.Activity("hang");
    private readonly EngineHarness harness = new();

    public void Dispose() => harness.Dispose();

    [Fact]
    public async Task Replay_WithAnotherActivity_NamesInstanceStepAndBothSides()
    {
        var error = await ChangedToAsync(async (context, x) => await context.CallAsync(TestNames.Activity("cube"), await First(context, x)));

        error.InstanceId.ShouldBe("run");
        error.Step.ShouldBe(2);
        error.Message.ShouldContain("'run'");
        error.Message.ShouldContain("step 2");
        error.Message.ShouldContain("activity 'hang' with input 9");
        error.Message.ShouldContain("activity 'cube' with input 9");
    }

    [Fact]
    public async Task Replay_WithAnotherInput_IsRefused()
    {
        var error = await ChangedToAsync(async (context, x) => await context.CallAsync(Hang, await First(context, x) + 1));

        error.Message.ShouldContain("with input 9, the workflow asked for activity 'hang' with input 10");
    }

    [Fact]
    public async Task Replay_WithAnotherKindOfStep_IsRefused()
    {
        var error = await ChangedToAsync(async (context, x) =>
        {
            await First(context, x);
            await context.DelayAsync(TimeSpan.FromHours(1));
            return 0;
        });

        error.Message.ShouldContain("a timer for 2026-01-02T04:04:05");
    }

    [Fact]
    public async Task Replay_ThatEndsEarly_LeavesHistoryAndIsRefused()
    {
        (await ChangedToAsync(First)).Message.ShouldContain("the journal has activity 'hang'");
    }

    [Fact]
    public async Task Replay_ThatAsksForLess_IsRefused()
    {
        var error = await ChangedToAsync(async (context, x) =>
        {
            await First(context, x);
            return await context.WaitForEventAsync(TestNames.Number);
        });

        error.Message.ShouldContain("asked for nothing at this point");
    }

    [Fact]
    public async Task Replay_ThatAsksForMore_IsRefused()
    {
        var error = await ChangedToAsync(async (context, x) =>
        {
            var y = await First(context, x);
            return (await Task.WhenAll(context.CallAsync(Hang, y), context.CallAsync(TestNames.Square, y)))[0];
        });

        error.Step.ShouldBe(3);
        error.Message.ShouldContain("the journal has nothing more");
    }

    [Fact]
    public async Task Replay_OfACodeThatDependsOnChance_IsRefusedInReplayMode()
    {
        var calls = 0;
        await Should.ThrowAsync<WorkflowDivergedException>(() => harness.RunAsync(
            async (context, _) => await context.CallAsync(TestNames.Square, ++calls) + await context.CallAsync(TestNames.Square, 1),
            options: new EngineOptions { ReplayAfterEveryEvent = true }));
    }

    [Fact]
    public async Task Divergence_OnceTheOldCodeIsBack_IsNoObstacle()
    {
        await ChangedToAsync(First);

        (await harness.RunAsync(Original, registry => registry.AddActivity(Hang, () => new DelegateActivity<int, int>((x, _) => Task.FromResult(x + 1)))))
            .ShouldBe(10);
    }

    private static Task<int> First(IWorkflowContext context, int x) => context.CallAsync(TestNames.Square, x + 2);

    private static async Task<int> Original(IWorkflowContext context, int x) => await context.CallAsync(Hang, await First(context, x));

    private async Task<WorkflowDivergedException> ChangedToAsync(Func<IWorkflowContext, int, Task<int>> changed)
    {
        await harness.InterruptAsync(Original);
        return await Should.ThrowAsync<WorkflowDivergedException>(() => harness.RunAsync(changed));
    }
}
