using DataEnvGym.Core.Workflows;
using DataEnvGym.Local.Engine;

namespace DataEnvGym.Local.Tests.Engine;

public sealed class ForeignAwaitTests : IDisposable
{
    private readonly EngineHarness harness = new();

    public void Dispose() => harness.Dispose();

    [Fact]
    public async Task Workflow_ThatAwaitsSomethingForeign_IsToldSo()
    {
        var error = await Should.ThrowAsync<WorkflowStuckException>(() => harness.RunAsync(async (context, x) =>
        {
            await context.CallAsync(TestNames.Square, x);
            await new TaskCompletionSource().Task;
            return x;
        }));

        error.Message.ShouldContain("'run'");
        error.Message.ShouldContain("after step 1");
    }

    [Fact]
    public async Task Workflow_WhoseForeignTaskEndsWhileAnActivityRuns_IsToldSo()
    {
        var foreign = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await Should.ThrowAsync<WorkflowStuckException>(() => harness.RunAsync(
            async (context, x) =>
            {
                var running = context.CallAsync(TestNames.Activity("hang"), x);
                await foreign.Task;
                return await running;
            },
            registry => registry.AddActivity(TestNames.Activity("hang"), () => new DelegateActivity<int, int>(async (x, token) =>
            {
                foreign.SetResult();
                await Task.Delay(Timeout.Infinite, token);
                return x;
            }))));
    }

    [Fact]
    public async Task Workflow_ThatLeavesItsThread_IsToldSo()
    {
        await Should.ThrowAsync<WorkflowStuckException>(() => harness.RunAsync(async (context, x) =>
        {
            _ = context.WaitForEventAsync(TestNames.Number);
            await Task.Run(() => { }).ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
            return await context.CallAsync(TestNames.Square, x);
        }));
    }

    [Fact]
    public async Task Workflow_AfterItsForeignAwaitIsRemoved_GoesOn()
    {
        await Should.ThrowAsync<WorkflowStuckException>(() => harness.RunAsync((context, x) => CodeAsync(context, x, foreign: true)));

        (await harness.RunAsync((context, x) => CodeAsync(context, x, foreign: false))).ShouldBe(16);
    }

    private static async Task<int> CodeAsync(IWorkflowContext context, int x, bool foreign)
    {
        x = await context.CallAsync(TestNames.Square, x + 1);
        if (foreign)
        {
            await new TaskCompletionSource().Task;
        }

        return await context.CallAsync(TestNames.Square, x);
    }
}
