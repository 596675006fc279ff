using System.Text.Json.Nodes;
using DataEnvGym.Azure.ContainerApps;
using DataEnvGym.Core.Jobs;

namespace DataEnvGym.Azure.Tests.ContainerApps;

public sealed class ContainerAppsStartTests : ContainerAppsHarness
{
    [Fact]
    public async Task Start_OfAnAttempt_SendsTheJobsOwnTemplateWithTheTicketsAddress()
    {
        (await StartAsync()).ShouldBe("student-1");

        Asked().ShouldBe([ArmStandIn.ListGet, ArmStandIn.JobGet, ArmStandIn.StartPost]);
        var expected = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "ContainerApps", "started.json")));
        JsonNode.DeepEquals(Arm.Calls.Last().Body, expected).ShouldBeTrue(Arm.Calls.Last().Body!.ToJsonString());
        Arm.Calls.ShouldAllBe(call => call.Authorization == $"Bearer {FixedCredential.Token}");
        Credential.Scopes.ShouldAllBe(scope => scope == new Uri(Arm.Endpoint, "/.default").AbsoluteUri);
    }

    [Fact]
    public async Task Start_OfAnAttempt_TellsThePlatformNoSecret()
    {
        await StartAsync();

        string.Join('\n', Arm.Calls.Select(call => call + call.Body?.ToJsonString())).ShouldNotContain(Nonce);
    }

    // After a crash between the start and its record, by a process that remembers nothing.
    [Fact]
    public async Task Start_OfAnAttemptThatRunsAlready_GivesItsNameAndStartsNothing()
    {
        var first = await StartAsync();

        (await NewPlatform().StartAsync(Launch(), CancellationToken.None)).ShouldBe(first);

        Asked().Count(call => call == ArmStandIn.StartPost).ShouldBe(1);
    }

    [Fact]
    public async Task Start_OfAnotherAttempt_StartsAnother()
    {
        await StartAsync(1);

        (await StartAsync(2)).ShouldBe("student-2");
        (await StartAsync(1)).ShouldBe("student-1");
    }

    [Fact]
    public async Task Start_WhoseExecutionIsOnTheSecondPage_FindsIt()
    {
        await StartAsync();
        var second = new Uri(Arm.Endpoint, $"{ArmStandIn.JobPath}/executions{ArmStandIn.Query}&$skiptoken=2");
        Arm.Script = call => call.ToString() == ArmStandIn.ListGet ? new(200, ArmStandIn.List([], second.AbsoluteUri))
            : call.Address == second.PathAndQuery ? new(200, ArmStandIn.List([.. Arm.Executions], null))
            : null;

        (await StartAsync()).ShouldBe("student-1");
        Arm.Executions.Count.ShouldBe(1);
    }

    [Fact]
    public async Task NextPage_OnAnotherHost_IsNotAskedFor()
    {
        await using var other = await ArmStandIn.StartAsync();
        On(ArmStandIn.ListGet, _ => new(200, ArmStandIn.List([], new Uri(other.Endpoint, "/steal").AbsoluteUri)));

        (await Should.ThrowAsync<ContainerAppsException>(() => StartAsync())).Message.ShouldContain("nothing was sent there");
        other.Calls.ShouldBeEmpty();
    }

    // The service may take the request and say no more than that.
    [Fact]
    public async Task Start_ThatIsAcceptedWithoutAName_FindsItInTheList()
    {
        On(ArmStandIn.StartPost, call =>
        {
            Arm.Start(call);
            return new(202);
        });

        (await StartAsync()).ShouldBe("student-1");
    }

    [Fact]
    public async Task Start_WhoseAnswerIsLost_IsNotSentTwiceAndIsFoundByTheNextTry()
    {
        On(ArmStandIn.StartPost, call =>
        {
            Arm.Start(call);
            return ArmStandIn.Error(500, "InternalServerError", "lost");
        });
        (await Should.ThrowAsync<ContainerAppsException>(() => StartAsync())).Message.ShouldContain("500 InternalServerError lost");

        (await StartAsync()).ShouldBe("student-1");
        Asked().Count(call => call == ArmStandIn.StartPost).ShouldBe(1);
    }

    [Theory]
    [InlineData(429, "TooManyRequests")]
    [InlineData(409, "OperationInProgress")]
    [InlineData(400, "MaxNumberOfGpuQuotaExceeded")]
    [InlineData(403, "ManagedEnvironmentCapacityHeavyUsageError")]
    public async Task Start_WithoutRoom_SaysSo(int status, string code)
    {
        On(ArmStandIn.StartPost, _ => ArmStandIn.Error(status, code, "no GPU is free"));

        (await Should.ThrowAsync<JobCapacityException>(() => StartAsync())).Message.ShouldBe(
            $"Container Apps has no room for another execution of job student now: {status} {code} no GPU is free");
    }

    [Fact]
    public async Task Start_WhenAskedToWait_AsksNothingUntilThen()
    {
        On(ArmStandIn.StartPost, _ => ArmStandIn.Error(429, "TooManyRequests", "slow down", retryAfter: "120"));
        await Should.ThrowAsync<JobCapacityException>(() => StartAsync());
        Arm.Script = _ => null;
        var asked = Arm.Calls.Count;

        Clock.Now += TimeSpan.FromSeconds(119);
        (await Should.ThrowAsync<JobCapacityException>(() => StartAsync())).Message.ShouldContain("another 1 s");
        Arm.Calls.Count.ShouldBe(asked);

        Clock.Now += TimeSpan.FromSeconds(1);
        (await StartAsync()).ShouldBe("student-1");
    }

    [Theory]
    [InlineData(403, "AuthorizationFailed", "may not start job student")]
    [InlineData(404, "ResourceNotFound", "Jobs:ContainerApps:JobName")]
    [InlineData(400, "InvalidTemplate", "Azure refused to start job student: 400 InvalidTemplate")]
    public async Task Start_ThatIsRefused_SaysWhatToDo(int status, string code, string words)
    {
        On(ArmStandIn.StartPost, _ => ArmStandIn.Error(status, code, "no"));

        (await Should.ThrowAsync<ContainerAppsException>(() => StartAsync())).Message.ShouldContain(words);
    }

    [Fact]
    public async Task Start_OfAJobWithoutAContainer_SaysSo()
    {
        Arm.Job = new JsonObject();

        (await Should.ThrowAsync<ContainerAppsException>(() => StartAsync())).Message.ShouldContain("no container");
    }
}
