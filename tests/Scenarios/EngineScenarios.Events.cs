namespace DataEnvGym.Scenarios;

public abstract partial class EngineScenarios
{
    [Fact]
    public async Task Event_RaisedBeforeTheWait_IsKeptForIt()
    {
        host.Add(TestNames.Main, async (context, x) =>
        {
            await context.CallAsync(TestNames.Square, x);
            return await context.WaitForEventAsync(TestNames.Number);
        });
        await host.RaiseAsync(TestNames.Number, 42);

        (await host.RunAsync(TestNames.Main, 1)).ShouldBe(42);
    }

    [Fact]
    public async Task Event_RaisedDuringTheWait_EndsIt()
    {
        host.Add(TestNames.Activity("raise"), async (x, _) =>
        {
            await host.RaiseAsync(TestNames.Number, x + 1);
            return x;
        });
        host.Add(TestNames.Main, async (context, x) =>
        {
            var wait = context.WaitForEventAsync(TestNames.Number);
            await context.CallAsync(TestNames.Activity("raise"), x);
            return await wait;
        });

        (await host.RunAsync(TestNames.Main, 1)).ShouldBe(2);
    }

    [Fact]
    public async Task Events_OfOneName_GoToTheWaitersInOrder()
    {
        host.Add(TestNames.Numbers, async (context, _) =>
        {
            var first = context.WaitForEventAsync(TestNames.Number);
            var second = context.WaitForEventAsync(TestNames.Number);
            await context.WaitForEventAsync(TestNames.Stop);
            return [await first, await second];
        });
        await host.RaiseAsync(TestNames.Number, 1);
        await host.RaiseAsync(TestNames.Number, 2);
        await host.RaiseAsync(TestNames.Stop, "now");

        (await host.RunAsync(TestNames.Numbers, 0)).ShouldBe([1, 2]);
    }

    [Fact]
    public async Task EventWait_WithADeadlineThatPasses_ReturnsNothingAndLeavesLaterEventsToOthers()
    {
        host.Add(TestNames.Activity("raise"), async (x, _) =>
        {
            await host.RaiseAsync(TestNames.Number, x);
            return x;
        });
        host.Add(TestNames.Texts, async (context, _) =>
        {
            var late = await context.WaitForEventAsync(TestNames.Number, TimeSpan.FromMinutes(5));
            await context.CallAsync(TestNames.Activity("raise"), 8);
            return [$"{late.Received}", $"{await context.WaitForEventAsync(TestNames.Number)}"];
        });

        var run = host.RunAsync(TestNames.Texts, 0);
        await host.PassAsync(TimeSpan.FromMinutes(5));

        (await run).ShouldBe(["False", "8"]);
    }

    [Fact]
    public async Task EventWait_WithADeadlineThatIsMet_ReturnsTheEventAndForgetsTheTimer()
    {
        host.Add(TestNames.Activity("raise"), async (x, _) =>
        {
            await host.RaiseAsync(TestNames.Number, x);
            return x;
        });
        host.Add(TestNames.Texts, async (context, _) =>
        {
            var wait = context.WaitForEventAsync(TestNames.Number, TimeSpan.FromHours(1));
            await context.CallAsync(TestNames.Activity("raise"), 8);
            var outcome = await wait;
            // Runs past the deadline: the forgotten timer must not come back.
            await context.DelayAsync(TimeSpan.FromHours(2));
            return [$"{outcome.Received}", $"{outcome.Payload}"];
        });

        var run = host.RunAsync(TestNames.Texts, 0);
        await host.PassAsync(TimeSpan.Zero);
        await host.PassAsync(TimeSpan.FromHours(2));

        (await run).ShouldBe(["True", "8"]);
    }

    [Fact]
    public async Task Events_ThatArriveWhileTimersRun_LeaveTheTimersAlone()
    {
        host.Add(TestNames.Activity("raise"), async (x, _) =>
        {
            await host.RaiseAsync(TestNames.Number, x);
            return x;
        });
        host.Add(TestNames.Numbers, async (context, _) =>
        {
            var timers = Enumerable.Range(1, 3).Select(i => context.DelayAsync(TimeSpan.FromHours(i))).ToArray();
            for (var i = 0; i < 3; i++)
            {
                await context.CallAsync(TestNames.Activity("raise"), i);
                await context.WaitForEventAsync(TestNames.Number);
            }

            await context.DelayAsync(TimeSpan.FromHours(1));
            await Task.WhenAll(timers);
            return [timers.Length];
        });

        var run = host.RunAsync(TestNames.Numbers, 0);
        for (var i = 0; i < 3; i++)
        {
            await host.PassAsync(TimeSpan.Zero);
        }

        await host.PassAsync(TimeSpan.FromHours(4));

        (await run).ShouldBe([3]);
    }

    [Fact]
    public async Task StopEvent_AskedWithIsCompleted_IsSeenAtTheSamePlaceInEveryReplay()
    {
        host.Add(TestNames.Activity("work"), async (x, _) =>
        {
            if (x == 3)
            {
                await host.RaiseAsync(TestNames.Stop, "enough");
            }

            return x;
        });
        host.Add(TestNames.Texts, async (context, _) =>
        {
            var stop = context.WaitForEventAsync(TestNames.Stop);
            var done = 0;
            while (!stop.IsCompleted)
            {
                done = await context.CallAsync(TestNames.Activity("work"), done + 1);
            }

            return [$"{done}", await stop];
        });

        (await host.RunAsync(TestNames.Texts, 0)).ShouldBe(["3", "enough"]);
    }

    [Fact]
    public async Task Event_ThatDoesNotReadAsItsType_FailsTheWaitWithASentence()
    {
        host.Add(TestNames.Main, (context, _) => context.WaitForEventAsync(TestNames.Number));
        await host.RaiseAsync(new Core.Workflows.EventName<string>("number", TestJson.Default.String), "x");

        var error = await Should.ThrowAsync<Core.Workflows.ActivityFailedException>(() => host.RunAsync(TestNames.Main, 0));
        error.Message.ShouldContain("event 'number' for instance 'run'");
    }

    [Fact]
    public async Task Event_ForAChild_ReachesTheChild()
    {
        host.Add(TestNames.Workflow("child"), (context, _) => context.WaitForEventAsync(TestNames.Number));
        host.Add(TestNames.Main, (context, x) => context.CallChildAsync(TestNames.Workflow("child"), x, "c"));
        await host.RaiseAsync(TestNames.Number, 6, host.ChildOf("run", "c"));

        (await host.RunAsync(TestNames.Main, 0)).ShouldBe(6);
    }
}
