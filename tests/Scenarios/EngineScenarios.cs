using DataEnvGym.Core.Workflows;

namespace DataEnvGym.Scenarios;

/// <summary>What every durable engine must do, whatever it is built on. Derive with a factory for the engine under test.</summary>
public abstract partial class EngineScenarios : IDisposable
{
    private readonly IScenarioHost host;

    protected EngineScenarios()
    {
        host = CreateHost();
        host.Add(TestNames.Square, (x, _) => Task.FromResult(x * x));
    }

    public void Dispose()
    {
        host.Dispose();
        GC.SuppressFinalize(this);
    }

    protected abstract IScenarioHost CreateHost();

    [Fact]
    public async Task Sequence_OfActivities_FeedsEachWithTheLastResult()
    {
        host.Add(TestNames.Main, async (context, x) =>
        {
            for (var i = 0; i < 3; i++)
            {
                x = await context.CallAsync(TestNames.Square, x);
            }

            return x;
        });

        (await host.RunAsync(TestNames.Main, 2)).ShouldBe(256);
    }

    [Fact]
    public async Task FanOut_WhoseFirstFinishesAfterItsSecond_ComesBackInCallOrder()
    {
        var secondIsDone = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        host.Add(TestNames.Activity("gated"), async (i, _) =>
        {
            if (i == 0)
            {
                await secondIsDone.Task;
            }
            else
            {
                secondIsDone.TrySetResult();
            }

            return i * 10;
        });
        host.Add(TestNames.Numbers, (context, _) =>
            Task.WhenAll(Enumerable.Range(0, 3).Select(i => context.CallAsync(TestNames.Activity("gated"), i))));

        (await host.RunAsync(TestNames.Numbers, 0)).ShouldBe([0, 10, 20]);
    }

    [Fact]
    public async Task WhenAny_OverGatedActivities_SeesTheFirstThatFinished()
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        host.Add(TestNames.Activity("slow"), async (x, _) =>
        {
            await gate.Task;
            return x;
        });
        host.Add(TestNames.Activity("open"), (x, _) =>
        {
            gate.SetResult();
            return Task.FromResult(x);
        });
        host.Add(TestNames.Texts, async (context, _) =>
        {
            var slow = context.CallAsync(TestNames.Activity("slow"), 1);
            var fast = context.CallAsync(TestNames.Square, 3);
            var first = await Task.WhenAny(slow, fast);
            var slowWasDone = slow.IsCompleted;
            await context.CallAsync(TestNames.Activity("open"), 0);
            return [first == fast ? "fast" : "slow", $"{slowWasDone}", $"{await slow + await fast}"];
        });

        (await host.RunAsync(TestNames.Texts, 0)).ShouldBe(["fast", "False", "10"]);
    }

    [Fact]
    public async Task Child_ThatReturns_GivesItsResultToTheParent()
    {
        host.Add(TestNames.Workflow("child"), async (context, x) => await context.CallAsync(TestNames.Square, x) + 1);
        host.Add(TestNames.Main, async (context, x) =>
        {
            var named = context.CallChildAsync(TestNames.Workflow("child"), x, "named");
            var unnamed = context.CallChildAsync(TestNames.Workflow("child"), x + 1);
            return await named * 100 + await unnamed;
        });

        (await host.RunAsync(TestNames.Main, 2)).ShouldBe(510);
    }

    [Fact]
    public async Task Child_ThatThrows_IsAFailureThatTheParentCanCatch()
    {
        host.Add(TestNames.Workflow("child"), (_, _) => throw new InvalidDataException("no bread"));
        host.Add(TestNames.Text, async (context, _) =>
        {
            try
            {
                await context.CallChildAsync(TestNames.Workflow("child"), 1);
                return "no error";
            }
            catch (ActivityFailedException e)
            {
                return $"{e.Activity}|{e.ErrorType}|{e.Message}";
            }
        });

        (await host.RunAsync(TestNames.Text, 0)).ShouldBe("child|System.IO.InvalidDataException|no bread");
    }

    [Fact]
    public async Task Child_WithAnIdOfASibling_IsRefused()
    {
        host.Add(TestNames.Workflow("child"), (_, x) => Task.FromResult(x));
        host.Add(TestNames.Main, async (context, x) =>
        {
            await context.CallChildAsync(TestNames.Workflow("child"), x, "twin");
            return await context.CallChildAsync(TestNames.Workflow("child"), x, "twin");
        });

        var error = await Should.ThrowAsync<ActivityFailedException>(() => host.RunAsync(TestNames.Main, 1));
        error.Message.ShouldContain($"'{host.ChildOf("run", "twin")}'");
    }

    [Fact]
    public async Task NewId_AcrossAwaitsAndInstances_IsStableAndDistinct()
    {
        host.Add(TestNames.Texts, async (context, _) =>
        {
            var before = context.NewId();
            await context.CallAsync(TestNames.Square, 1);
            return [before, context.NewId()];
        });

        var one = await host.RunAsync(TestNames.Texts, 0, "one");
        var two = await host.RunAsync(TestNames.Texts, 0, "two");

        one.Concat(two).Distinct().Count().ShouldBe(4);
        one.ShouldAllBe(id => id.Length == 16 && id.All(char.IsAsciiHexDigitLower));
        // The ids are part of the format of a run: a change of the rule would break the resumption of old runs.
        one[0].ShouldBe("2e9e3e257402d1b3");
    }

    [Fact]
    public async Task Status_ReportedTwice_ShowsTheLast()
    {
        host.Add(TestNames.Main, async (context, x) =>
        {
            context.ReportStatus("first");
            var y = await context.CallAsync(TestNames.Square, x);
            context.ReportStatus($"got {y}");
            return y;
        });

        await host.RunAsync(TestNames.Main, 3);

        host.Status().ShouldBe("got 9");
    }
}
