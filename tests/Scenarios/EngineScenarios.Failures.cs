using DataEnvGym.Core.Workflows;

namespace DataEnvGym.Scenarios;

public abstract partial class EngineScenarios
{
    private static readonly ActivityName<int, int> Failing = TestNames.Activity("failing");

    [Fact]
    public async Task Retry_WithBackoff_WaitsLongerEachTimeUpToTheLimit()
    {
        host.SkipTimers();
        var tries = AddFailing(5, () => new IOException("busy"));
        AddCaller(new RetryPolicy(5, TimeSpan.FromSeconds(1), 3, TimeSpan.FromSeconds(10), []));

        var error = await Should.ThrowAsync<ActivityFailedException>(() => host.RunAsync(TestNames.Main, 0));

        error.Message.ShouldBe("busy");
        error.ErrorType.ShouldBe("System.IO.IOException");
        var waits = tries.Zip(tries.Skip(1), (a, b) => b - a).ToList();
        waits.Count.ShouldBe(4);
        foreach (var (wait, seconds) in waits.Zip([1, 3, 9, 10]))
        {
            wait.ShouldBeInRange(TimeSpan.FromSeconds(seconds), TimeSpan.FromSeconds(seconds) + host.Lateness);
        }
    }

    [Fact]
    public async Task Retry_ThatSucceedsOnTheThirdTry_ReturnsTheResult()
    {
        host.SkipTimers();
        var tries = AddFailing(2, () => new IOException("busy"));
        AddCaller(null);

        (await host.RunAsync(TestNames.Main, 7)).ShouldBe(7);
        tries.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Retry_WithABaseTypeNamed_CoversTheDerivedType()
    {
        host.SkipTimers();
        var tries = AddFailing(1, () => new FileNotFoundException("gone"));
        AddCaller(RetryPolicy.Default with { RetryOn = ["System.IO.IOException"] });

        await host.RunAsync(TestNames.Main, 0);

        tries.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Retry_OfATypeThatIsNotNamed_DoesNotHappen()
    {
        var tries = AddFailing(1, () => new TimeoutException("late"));
        AddCaller(RetryPolicy.Default with { RetryOn = ["System.IO.IOException"] });

        (await Should.ThrowAsync<ActivityFailedException>(() => host.RunAsync(TestNames.Main, 0))).ErrorType.ShouldBe("System.TimeoutException");
        tries.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Retry_OfAPermanentError_DoesNotHappenEvenWhenNamed()
    {
        var tries = AddFailing(1, () => new PermanentException("bad input"));
        AddCaller(RetryPolicy.Default with { RetryOn = ["System.Exception"] });

        (await Should.ThrowAsync<ActivityFailedException>(() => host.RunAsync(TestNames.Main, 0))).Message.ShouldBe("bad input");
        tries.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Retry_OfATimeoutThatCancelledItself_Happens()
    {
        host.SkipTimers();
        var tries = AddFailing(1, () => new TaskCanceledException("the request timed out"));
        AddCaller(null);

        await host.RunAsync(TestNames.Main, 0);

        tries.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Failure_CaughtInTheWorkflow_LetsItGoOn()
    {
        AddFailing(1, () => new InvalidDataException("rotten"));
        host.Add(TestNames.Text, async (context, x) =>
        {
            try
            {
                await context.CallAsync(Failing, x, RetryPolicy.None);
                return "no error";
            }
            catch (ActivityFailedException e)
            {
                return $"{e.Activity}|{e.ErrorType}|{e.Message}|{await context.CallAsync(TestNames.Square, 4)}";
            }
        });

        (await host.RunAsync(TestNames.Text, 0)).ShouldBe("failing|System.IO.InvalidDataException|rotten|16");
    }

    [Fact]
    public async Task Workflow_ThatThrows_FailsWithItsErrorNowAndWheneverAsked()
    {
        host.Add(TestNames.Main, async (context, x) =>
        {
            await context.CallAsync(TestNames.Square, x);
            throw new ArithmeticException("does not add up");
        });

        for (var time = 0; time < 2; time++)
        {
            var error = await Should.ThrowAsync<ActivityFailedException>(() => host.RunAsync(TestNames.Main, 1));
            error.Activity.ShouldBe("main");
            error.ErrorType.ShouldBe("System.ArithmeticException");
            error.Message.ShouldBe("does not add up");
        }
    }

    private List<DateTimeOffset> AddFailing(int failures, Func<Exception> error)
    {
        var tries = new List<DateTimeOffset>();
        host.Add(Failing, (x, _) =>
        {
            tries.Add(host.Now);
            return tries.Count <= failures ? Task.FromException<int>(error()) : Task.FromResult(x);
        });
        return tries;
    }

    private void AddCaller(RetryPolicy? policy) => host.Add(TestNames.Main, (context, x) => context.CallAsync(Failing, x, policy));
}
