namespace DataEnvGym.Scenarios;

public abstract partial class EngineScenarios
{
    [Fact]
    public async Task Delay_OfAnHour_MovesNowByAnHour()
    {
        host.SkipTimers();
        host.Add(TestNames.Times, async (context, _) =>
        {
            var before = context.Now;
            await context.DelayAsync(TimeSpan.FromHours(1));
            return [before, context.Now];
        });

        var times = await host.RunAsync(TestNames.Times, 0);

        (times[1] - times[0]).ShouldBeInRange(TimeSpan.FromHours(1), TimeSpan.FromHours(1) + host.Lateness);
    }

    [Fact]
    public async Task Delay_OfNoTime_EndsAtOnce()
    {
        host.SkipTimers();
        host.Add(TestNames.Main, async (context, x) =>
        {
            await context.DelayAsync(TimeSpan.Zero);
            await context.DelayAsync(TimeSpan.FromSeconds(-1));
            return x;
        });

        (await host.RunAsync(TestNames.Main, 5)).ShouldBe(5);
    }

    [Fact]
    public async Task Delays_SetTogether_EndInOrderOfTheirDueTimes()
    {
        host.Add(TestNames.Texts, async (context, _) =>
        {
            var order = new List<string>();
            await Task.WhenAll(Wait("long", 2), Wait("short", 1));
            return [.. order];

            async Task Wait(string name, int hours)
            {
                await context.DelayAsync(TimeSpan.FromHours(hours));
                order.Add(name);
            }
        });

        var run = host.RunAsync(TestNames.Texts, 0);
        await host.PassAsync(TimeSpan.Zero);
        await host.PassAsync(TimeSpan.FromHours(3));

        (await run).ShouldBe(["short", "long"]);
    }

    [Fact]
    public async Task Now_WithinATurn_StandsStillAndLaterNeverRunsBack()
    {
        host.SkipTimers();
        host.Add(TestNames.Times, async (context, _) =>
        {
            var first = context.Now;
            var again = context.Now;
            await context.CallAsync(TestNames.Square, 1);
            var second = context.Now;
            await context.DelayAsync(TimeSpan.FromMinutes(1));
            await context.CallAsync(TestNames.Square, 1);
            return [first, again, second, context.Now];
        });

        var times = await host.RunAsync(TestNames.Times, 0);

        times[1].ShouldBe(times[0]);
        times[2].ShouldBeGreaterThanOrEqualTo(times[0]);
        times[3].ShouldBeGreaterThanOrEqualTo(times[2].AddMinutes(1));
    }

    [Fact]
    public async Task ContinueAsNew_WithAnotherInput_StartsOverUntilItReturns()
    {
        host.Add(TestNames.Texts, async (context, x) =>
        {
            var id = context.NewId();
            var y = await context.CallAsync(TestNames.Square, x);
            if (x < 4)
            {
                context.ContinueAsNew(x + 1);
                return [];
            }

            return [$"{y}", id, context.InstanceId];
        });

        var result = await host.RunAsync(TestNames.Texts, 1);

        result[0].ShouldBe("16");
        result[2].ShouldBe("run");
    }

    [Fact]
    public async Task ContinueAsNew_WithEventsThatNoOneTook_KeepsThemInOrder()
    {
        host.Add(TestNames.Numbers, async (context, generation) =>
        {
            var number = await context.WaitForEventAsync(TestNames.Number);
            if (generation < 2)
            {
                // A turn in which the other events arrive before the generation ends.
                await context.WaitForEventAsync(TestNames.Stop);
                context.ContinueAsNew(generation + 1);
                return [];
            }

            return [number, await context.WaitForEventAsync(TestNames.Number)];
        });
        foreach (var number in (int[])[1, 2, 3, 4])
        {
            await host.RaiseAsync(TestNames.Number, number);
        }

        await host.RaiseAsync(TestNames.Stop, "one");
        await host.RaiseAsync(TestNames.Stop, "two");

        (await host.RunAsync(TestNames.Numbers, 0)).ShouldBe([3, 4]);
    }

    [Fact]
    public async Task ContinueAsNew_WhileEventsArrive_LosesNone()
    {
        const int Generations = 30;
        host.Add(TestNames.Activity("raise"), async (x, _) =>
        {
            var raised = host.RaiseAsync(TestNames.Number, 1);
            if (x % 2 == 0)
            {
                await raised;
            }

            return x;
        });
        host.Add(TestNames.Numbers, async (context, state) =>
        {
            var (generation, taken) = (state / 100, state % 100);
            var wait = context.WaitForEventAsync(TestNames.Number);
            if (generation < Generations)
            {
                await context.CallAsync(TestNames.Activity("raise"), generation);
                context.ContinueAsNew(state + 100 + (wait.IsCompleted ? 1 : 0));
                return [];
            }

            for (; taken < Generations; taken++)
            {
                await wait;
                wait = context.WaitForEventAsync(TestNames.Number);
            }

            return [taken];
        });

        (await host.RunAsync(TestNames.Numbers, 0)).ShouldBe([Generations]);
    }

    [Fact]
    public async Task ContinueAsNew_WithAChildId_OfAnEarlierGeneration_IsRefusedByName()
    {
        host.Add(TestNames.Workflow("child"), (_, x) => Task.FromResult(x));
        host.Add(TestNames.Main, async (context, x) =>
        {
            await context.CallChildAsync(TestNames.Workflow("child"), x, "again");
            context.ContinueAsNew(x + 1);
            return 0;
        });

        (await Should.ThrowAsync<Core.Workflows.ActivityFailedException>(() => host.RunAsync(TestNames.Main, 1))).Message.ShouldContain(host.ChildOf("run", "again"));
    }
}
