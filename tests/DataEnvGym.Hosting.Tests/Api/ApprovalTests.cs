using DataEnvGym.Hosting.Tests.Support;

namespace DataEnvGym.Hosting.Tests.Api;

/// <summary>Episodes that wait for a person before they train.</summary>
public sealed class ApprovalTests(ApiServer server) : IClassFixture<ApiServer>
{
    private static readonly string Spec = ApiServer.Spec(spec => spec["approval"] = "before-training");

    [Fact]
    public async Task Approve_EachIteration_TrainsAndTheReportSaysSo()
    {
        await server.StartAsync("yes", Spec);
        foreach (var iteration in (int[])[1, 2])
        {
            await server.WaitingAsync("yes", iteration);
            var detail = await server.DetailAsync("yes");
            (detail["state"]!.GetValue<string>(), detail["phase"]!.GetValue<string>()).ShouldBe(("running", "waiting for approval"));
            var approval = detail["approval"]!;
            approval["iteration"]!.GetValue<int>().ShouldBe(iteration);
            (await server.GetAsync(approval["examples"]!.GetValue<string>())).ShouldBe(200).Json["items"]!.AsArray().Count.ShouldBe(12);
            (await server.PostAsync(approval["href"]!.GetValue<string>(), $$"""{ "approved": true, "iteration": {{iteration}}, "comment": "round {{iteration}}" }""")).ShouldBe(202);
        }

        await server.Host.EndAsync("yes");
        var report = await ReportAsync("yes");
        report["stopped"]!.GetValue<string>().ShouldBe("iterations");
        report["examples"]!.GetValue<int>().ShouldBe(24);
        report["iterations"]!.AsArray().Skip(1).Select(point => point!["approval"]!.ToJsonString()).ShouldBe(
            ["""{"approved":true,"comment":"round 1"}""", """{"approved":true,"comment":"round 2"}"""]);
        report["iterations"]![0]!["approval"].ShouldBeNull();
    }

    [Fact]
    public async Task Approve_Rejected_EndsWithoutTrainingOnTheExamples()
    {
        await server.StartAsync("nay", Spec);
        await server.WaitingAsync("nay", 1);

        (await server.PostAsync("/api/episodes/nay/approve", """{ "approved": false, "comment": "all wrong" }""")).ShouldBe(202);
        await server.Host.EndAsync("nay");

        var report = await ReportAsync("nay");
        report["stopped"]!.GetValue<string>().ShouldBe("rejected");
        (report["examples"]!.GetValue<int>(), report["bestIteration"]!.GetValue<int>(), report["seconds"]!["train"]!.GetValue<double>()).ShouldBe((0, 0, 0));
        report["iterations"]![1]!["ordered"]!.GetValue<int>().ShouldBe(12);
        (await server.GetAsync("/api/episodes/nay/artifacts/checkpoints/iteration-01.safetensors")).ShouldBe(404);
    }

    [Fact]
    public async Task Cancel_WhileItWaits_EndsWithoutTraining()
    {
        await server.StartAsync("stop", Spec);
        await server.WaitingAsync("stop", 1);

        (await server.PostAsync("/api/episodes/stop/cancel")).ShouldBe(202);
        await server.Host.EndAsync("stop");

        var report = await ReportAsync("stop");
        report["stopped"]!.GetValue<string>().ShouldBe("user");
        report["examples"]!.GetValue<int>().ShouldBe(0);
    }

    [Fact]
    public async Task Approve_AnotherIterationOrNoneWaiting_IsRefused()
    {
        await server.StartAsync("other", Spec);
        await server.WaitingAsync("other", 1);

        (await server.PostAsync("/api/episodes/other/approve", """{ "approved": true, "iteration": 2 }""")).ShouldBeProblem(409, "not-waiting")["detail"]!
            .GetValue<string>().ShouldBe("other waits for an answer to iteration 1.");
        (await server.PostAsync("/api/episodes/other/approve", """{ "approved": false }""")).ShouldBe(202);
        await server.Host.EndAsync("other");
        (await server.PostAsync("/api/episodes/other/approve", """{ "approved": true }""")).ShouldBeProblem(409, "wrong-state");
        (await server.PostAsync("/api/episodes/nobody/approve", """{ "approved": true }""")).ShouldBeProblem(404, "episode-not-found");
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("""{ "approved": "true" }""")]
    [InlineData("""{ "approved": true, "approved": false }""")]
    [InlineData("""{ "approved": true, "aproved": true }""")]
    public async Task Approve_MalformedAnswer_IsRefused(string body) =>
        (await server.PostAsync("/api/episodes/some/approve", body)).ShouldBeProblem(400, "invalid-request")["detail"]!.GetValue<string>().ShouldContain("{ \"approved\": true }");

    [Fact]
    public async Task Approve_LongComment_IsRefused()
    {
        (await server.PostAsync("/api/episodes/some/approve", $$"""{ "approved": true, "comment": "{{new string('x', 2001)}}" }""")).ShouldBeProblem(400, "invalid-request");
        (await server.PostAsync("/api/episodes/some/approve", $$"""{ "approved": true, "comment": "{{new string('x', 17_000)}}" }""")).ShouldBeProblem(413, "body-too-large");
    }

    private async Task<System.Text.Json.Nodes.JsonNode> ReportAsync(string id) => (await server.GetAsync($"/api/episodes/{id}/artifacts/report.json")).ShouldBe(200).Json;
}
