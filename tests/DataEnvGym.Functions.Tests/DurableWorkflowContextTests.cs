using System.Text.Json;
using DataEnvGym.Core.Workflows;
using DataEnvGym.Functions.Engine;
using DataEnvGym.Scenarios;
using Microsoft.DurableTask;

namespace DataEnvGym.Functions.Tests;

/// <summary>What hosts do that the one in memory does not.</summary>
public sealed class DurableWorkflowContextTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly ScriptedContext host = new();
    private readonly DurableWorkflowContext context;

    public DurableWorkflowContextTests() =>
        context = new(host, new WorkflowCall(JsonSerializer.SerializeToElement(1, TestJson.Default.Int32), 1, []), TestJson.Default.Int32);

    [Fact]
    public async Task Delay_WhoseTimerFiresEarly_SleepsTheRest()
    {
        host.Early.Enqueue(TimeSpan.FromMilliseconds(800));
        var due = context.Now + Minute;

        await context.DelayAsync(Minute);

        context.Now.ShouldBeGreaterThanOrEqualTo(due);
        host.Timers.ShouldBe([due.UtcDateTime, due.UtcDateTime.AddMilliseconds(200)]);
    }

    [Fact]
    public async Task Call_WhoseProcessDied_IsTriedAgainWhateverErrorsAreNamed()
    {
        host.Answers.Enqueue(HostFailure());
        host.Answers.Enqueue("answer");
        var policy = Core.Workflows.RetryPolicy.Default with { RetryOn = ["System.IO.IOException"] };

        (await context.CallAsync(TestNames.Square, 1, policy)).ShouldBe(7);
        host.Timers.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Call_WhoseProcessDied_IsNotTriedAgainWithoutTries()
    {
        host.Answers.Enqueue(HostFailure());

        var error = await Should.ThrowAsync<ActivityFailedException>(() => context.CallAsync(TestNames.Square, 1, Core.Workflows.RetryPolicy.None));

        error.Message.ShouldBe("the worker process exited");
        error.Activity.ShouldBe("square");
    }

    [Fact]
    public async Task Child_GetsItsParentsVersionAndAnIdUnderIt()
    {
        await context.CallChildAsync(TestNames.Workflow("child"), 1, "c");

        host.ChildOptions!.InstanceId.ShouldBe("run:c");
        host.ChildOptions.Version!.Value.Version.ShouldBe("1.0");
    }

    // A timer that is left alone would keep the instance running until it fires.
    [Fact]
    public async Task EventWait_WithADeadlineThatIsMet_CancelsItsTimer()
    {
        host.TimersFire = false;
        var wait = context.WaitForEventAsync(TestNames.Number, Minute);

        host.Arrive("number", JsonSerializer.SerializeToElement("5", TestJson.Default.String));

        (await wait).ShouldBe(new EventOutcome<int>(true, 5));
        host.Timer!.IsCanceled.ShouldBeTrue();
    }

    [Fact]
    public void Event_ThatComesAfterContinueAsNew_IsSentToTheNextExecution()
    {
        var left = context.WaitForEventAsync(TestNames.Number);

        context.ContinueAsNew(2);
        host.Arrive("number", JsonSerializer.SerializeToElement("5", TestJson.Default.String));

        left.IsCompleted.ShouldBeFalse();
        host.Sent.ShouldBe([("run", "number", "5")]);
    }

    [Fact]
    public void Event_ThatComesAfterContinueAsNew_WithNoOneWaiting_IsSentToTheNextExecution()
    {
        var met = context.WaitForEventAsync(TestNames.Number);
        host.Arrive("number", JsonSerializer.SerializeToElement("4", TestJson.Default.String));
        met.IsCompletedSuccessfully.ShouldBeTrue();

        context.ContinueAsNew(2);
        host.Arrive("number", JsonSerializer.SerializeToElement("5", TestJson.Default.String));

        host.Sent.ShouldBe([("run", "number", "5")]);
    }

    [Fact]
    public async Task Event_ThatNoOneTookBeforeContinueAsNew_IsSentToTheNextExecution()
    {
        (await context.WaitForEventAsync(TestNames.Number, Minute)).Received.ShouldBeFalse();
        host.Arrive("number", JsonSerializer.SerializeToElement("5", TestJson.Default.String));

        context.ContinueAsNew(2);

        host.Sent.ShouldBe([("run", "number", "5")]);
    }

    [Fact]
    public void ContinueAsNew_PassesOnTheGeneration()
    {
        context.ContinueAsNew(2);

        host.Next.ShouldBe("""{"input":2,"generation":2,"children":[]}""");
    }

    [Fact]
    public void Status_AboveTheHostsLimit_IsRefusedWithItsSize()
    {
        var error = Should.Throw<PermanentException>(() => context.ReportStatus(new string('x', 8191)));

        error.Message.ShouldBe("The status of 'run' takes 16386 bytes, above the host's limit of 16384; report less.");
        Should.NotThrow(() => context.ReportStatus(new string('x', 8190)));
    }

    [Theory]
    [InlineData("run", "run")]
    [InlineData("run:iteration-1", "run")]
    [InlineData("run:iteration-1:train.iteration-01", "run")]
    public void RunOf_AnInstance_IsWhatStandsBeforeTheFirstColon(string instance, string run) => InstanceIds.RunOf(instance).ShouldBe(run);

    private static TaskFailedException HostFailure() => new("square", 1, new TaskFailureDetails("Host.Crash", "the worker process exited", null, null, null));
}
