using System.Text.Json.Nodes;
using DataEnvGym.Azure.ContainerApps;
using DataEnvGym.Core.Jobs;

namespace DataEnvGym.Azure.Tests.ContainerApps;

/// <summary>What the platform makes of executions, the failures that were seen in the field among them.</summary>
public sealed class ContainerAppsStatusTests : ContainerAppsHarness
{
    private const string Execution = $"{ArmStandIn.JobPath}/executions/student-1";

    [Theory]
    [InlineData("Processing", PlatformState.Pending)]
    [InlineData("Running", PlatformState.Running)]
    [InlineData("Degraded", PlatformState.Running)]
    [InlineData("Succeeded", PlatformState.Succeeded)]
    [InlineData("Failed", PlatformState.Failed)]
    [InlineData("Stopped", PlatformState.Failed)]
    [InlineData("Unknown", PlatformState.Unknown)]
    [InlineData("SomethingNew", PlatformState.Unknown)]
    public async Task Status_OfEachState_IsTranslated(string stored, PlatformState state)
    {
        await StartAsync();
        Arm.Executions[0]["properties"]!["status"] = stored;

        (await StatusAsync("student-1")).State.ShouldBe(state);
        Asked().Last().ShouldBe($"GET {Execution}{ArmStandIn.Query}");
    }

    // Stuck in activation, and never seen to complete: the platform says the same for hours, and so do we; patience is the watcher's.
    [Theory]
    [InlineData("Processing", PlatformState.Pending)]
    [InlineData("Running", PlatformState.Running)]
    public async Task Status_ThatNeverChanges_IsReportedAsItIs(string stored, PlatformState state)
    {
        await StartAsync();
        Arm.Executions[0]["properties"]!["status"] = stored;
        for (var hour = 0; hour < 13; hour++)
        {
            (await StatusAsync("student-1")).ShouldBe(new PlatformStatus(state));
            Clock.Now += TimeSpan.FromHours(1);
        }

        Platform.Patience.StartWithin.ShouldBe(TimeSpan.FromMinutes(20));
        Platform.Patience.Deadline.ShouldBe(TimeSpan.FromHours(12));
    }

    [Fact]
    public async Task Status_OfAnExecutionPastItsBackoffLimit_SaysWhy()
    {
        await StartAsync();
        var properties = Arm.Executions[0]["properties"]!;
        properties["status"] = "Failed";
        (await StatusAsync("student-1")).Reason.ShouldBe("Execution student-1 is failed: the job's system log says why.");

        properties["detailedStatus"] = JsonNode.Parse(
            """{"replicas":[{"name":"student-1-x","containers":[{"name":"worker","code":0,"status":"Terminated","additionalInformation":"BackoffLimitExceeded: Job has reached the specified backoff limit"}]}]}""");
        (await StatusAsync("student-1")).Reason!.ShouldContain("BackoffLimitExceeded: Job has reached the specified backoff limit");
    }

    // The history keeps the last hundred.
    [Fact]
    public async Task Status_OfAnExecutionThatIsForgotten_IsUnknown() => (await StatusAsync("student-1")).State.ShouldBe(PlatformState.Unknown);

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task Status_WhileTheServiceHasTrouble_IsUnknownAndNoError(int status)
    {
        await StartAsync();
        On($"GET {Execution}", _ => ArmStandIn.Error(status, "Busy", "later"));

        (await StatusAsync("student-1")).ShouldBe(new PlatformStatus(PlatformState.Unknown, $"{status} Busy later"));
    }

    [Fact]
    public async Task Status_WhileNobodyAnswers_IsUnknownAndNoError()
    {
        await StartAsync();
        await Arm.DisposeAsync();

        (await StatusAsync("student-1")).State.ShouldBe(PlatformState.Unknown);
    }

    [Fact]
    public async Task Status_ThatMayNotBeRead_IsAnError()
    {
        On("GET ", _ => ArmStandIn.Error(403, "AuthorizationFailed", "no"));

        (await Should.ThrowAsync<ContainerAppsException>(() => StatusAsync("student-1"))).Message.ShouldContain("may not read the executions of job student");
    }

    [Fact]
    public async Task Stop_OfAnExecution_AsksForIt()
    {
        await StartAsync();

        await Platform.StopAsync("student-1", CancellationToken.None);

        Asked().Last().ShouldBe($"POST {Execution}/stop{ArmStandIn.Query}");
        (await StatusAsync("student-1")).State.ShouldBe(PlatformState.Failed);
    }

    [Theory]
    [InlineData(404)]
    [InlineData(409)]
    public async Task Stop_OfWhatDoesNotRunAnyMore_IsDone(int status)
    {
        On("POST ", _ => ArmStandIn.Error(status, "Gone", "not running"));

        await Platform.StopAsync("student-1", CancellationToken.None);

        Arm.Calls.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Stop_ThatIsRefused_IsAnError()
    {
        On("POST ", _ => ArmStandIn.Error(403, "AuthorizationFailed", "no"));

        (await Should.ThrowAsync<ContainerAppsException>(() => Platform.StopAsync("student-1", CancellationToken.None))).Message.ShouldContain("may not stop");
    }

    [Fact]
    public async Task Handle_ThatIsNone_IsUnknownAndAsksNothing()
    {
        (await StatusAsync(null)).State.ShouldBe(PlatformState.Unknown);
        await Platform.StopAsync(null, CancellationToken.None);

        Arm.Calls.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("../../other/executions/x")]
    [InlineData("x/stop")]
    [InlineData("x?y")]
    [InlineData("")]
    public async Task Handle_ThatIsAPath_IsRefused(string handle)
    {
        await Should.ThrowAsync<ContainerAppsException>(() => StatusAsync(handle));
        await Should.ThrowAsync<ContainerAppsException>(() => Platform.StopAsync(handle, CancellationToken.None));

        Arm.Calls.ShouldBeEmpty();
    }
}
