using System.Text.Json.Nodes;
using DataEnvGym.Hosting.Tests.Support;

namespace DataEnvGym.Hosting.Tests.Api;

/// <summary>A person decides about single examples before an episode trains on them.</summary>
public sealed class ReviewApiTests(ApiServer server) : IClassFixture<ApiServer>
{
    private static readonly string Spec = ApiServer.Spec(spec =>
    {
        spec["approval"] = "before-training";
        spec["curation"] = JsonNode.Parse("""{ "review": { "share": 0.25 } }""");
        spec["stop"] = JsonNode.Parse("""{ "iterations": 1 }""");
    });

    [Fact]
    public async Task Review_Decisions_AreCarriedOutWithTheApproval()
    {
        await server.StartAsync("look", Spec);
        await server.WaitingAsync("look", 1);
        var list = (await server.GetAsync("/api/episodes/look/reviews")).ShouldBe(200).Json;
        (list["iteration"]!.GetValue<int>(), list["open"]!.GetValue<int>()).ShouldBe((1, 3));
        var shown = list["items"]!.AsArray().Select(item => item!["example"]!["id"]!.GetValue<string>()).ToList();
        list["items"]!.AsArray().ShouldAllBe(item => item!["why"]!.GetValue<string>() == "sampled" && item["decision"] == null);
        var other = (await ExamplesAsync("look")).First(example => !shown.Contains(Id(example)));

        (await DecideAsync("look", shown[0], """{ "verdict": "reject", "reason": "odd" }""")).ShouldBe(200);
        (await DecideAsync("look", shown[1], """{ "verdict": "reject" }""")).ShouldBe(200);
        (await DecideAsync("look", shown[1], """{ "verdict": "approve", "iteration": 1 }""")).ShouldBe(200).Json["decision"]!["verdict"]!.GetValue<string>().ShouldBe("approve");
        var edit = await DecideAsync("look", Id(other), """{ "verdict": "edit", "answer": "by hand" }""");
        edit.ShouldBe(200).Json["why"].ShouldBeNull();
        (await DecideAsync("look", Id(other), """{ "verdict": "edit", "answer": "by hand" }""")).ShouldBe(200).Text.ShouldBe(edit.Text);

        var after = (await server.GetAsync("/api/episodes/look/reviews")).Json;
        (after["items"]!.AsArray().Count, after["open"]!.GetValue<int>()).ShouldBe((4, 1));
        (await server.PostAsync("/api/episodes/look/approve", """{ "approved": true }""")).ShouldBe(202);
        await server.Host.EndAsync("look");

        var taught = await ExamplesAsync("look");
        taught.Count.ShouldBe(11);
        taught.Select(Id).ShouldNotContain(shown[0]);
        taught.Select(Id).ShouldContain(shown[1]);
        taught.Single(example => example["editedFrom"] is not null).ShouldSatisfyAllConditions(
            example => example["editedFrom"]!.GetValue<string>().ShouldBe(Id(other)), example => example["answer"]!.GetValue<string>().ShouldBe("by hand"));
        (await server.GetAsync("/api/episodes/look/artifacts/iteration-01/rejected.jsonl")).ShouldBe(200).Text.ShouldContain("\"odd\"");
        (await DecideAsync("look", shown[2], """{ "verdict": "approve" }""")).ShouldBeProblem(409, "not-waiting");
        (await server.GetAsync("/api/episodes/look/reviews")).ShouldBeProblem(409, "not-waiting");
    }

    [Fact]
    public async Task Review_ManyAtOnce_LosesNone()
    {
        await server.StartAsync("many", Spec);
        await server.WaitingAsync("many", 1);
        var ids = (await ExamplesAsync("many")).ConvertAll(Id);

        foreach (var answer in await Task.WhenAll(ids.Select(id => DecideAsync("many", id, """{ "verdict": "reject" }"""))))
        {
            answer.ShouldBe(200);
        }

        (await server.GetAsync("/api/episodes/many/reviews")).Json["items"]!.AsArray().Count(item => item!["decision"] is not null).ShouldBe(12);
        (await server.DeleteAsync("/api/episodes/many?force=true")).ShouldBe(204);
        (await server.Control.ListAsync("episodes/reviews", default).ToListAsync()).ShouldNotContain(name => name.Contains("/many/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Review_WhatCannotBe_IsRefused()
    {
        await server.StartAsync("not", Spec);
        await server.WaitingAsync("not", 1);
        var id = Id((await ExamplesAsync("not"))[0]);

        (await DecideAsync("not", "ex-none", """{ "verdict": "approve" }""")).ShouldBeProblem(404, "example-not-found");
        (await DecideAsync("not", id[..10], """{ "verdict": "approve" }""")).ShouldBeProblem(404, "example-not-found");
        (await DecideAsync("not", id, """{ "verdict": "approve", "iteration": 2 }""")).ShouldBeProblem(409, "not-waiting")["detail"]!.GetValue<string>().ShouldBe("not waits for a review of iteration 1.");
        (await DecideAsync("nobody", id, """{ "verdict": "approve" }""")).ShouldBeProblem(404, "episode-not-found");
        (await server.PostAsync("/api/episodes/not/approve", """{ "approved": false }""")).ShouldBe(202);
        await server.Host.EndAsync("not");
    }

    [Fact]
    public async Task Review_EpisodeIsApprovedOfAsAWhole_SaysHow()
    {
        await server.StartAsync("whole", ApiServer.Spec(spec => spec["approval"] = "before-training"));
        await server.WaitingAsync("whole", 1);

        (await server.GetAsync("/api/episodes/whole/reviews")).ShouldBeProblem(409, "not-waiting")["detail"]!.GetValue<string>()
            .ShouldStartWith("whole is approved of as a whole, with POST /api/episodes/whole/approve");
        (await server.PostAsync("/api/episodes/whole/cancel")).ShouldBe(202);
        await server.Host.EndAsync("whole");
    }

    [Theory]
    [InlineData("{}", "{ \"verdict\": \"approve\" }")]
    [InlineData("null", "{ \"verdict\": \"approve\" }")]
    [InlineData("""{ "verdict": "perhaps" }""", "{ \"verdict\": \"approve\" }")]
    [InlineData("""{ "verdict": "approve", "vote": 1 }""", "{ \"verdict\": \"approve\" }")]
    [InlineData("""{ "verdict": "edit", "reason": "x" }""", "verdict: is \"edit\", and nothing is changed")]
    [InlineData("""{ "verdict": "reject", "answer": "4" }""", "verdict: is \"reject\", which changes nothing; set it to \"edit\"")]
    public async Task Review_MalformedDecision_IsRefused(string body, string problem) =>
        (await DecideAsync("some", "ex-1", body)).ShouldBeProblem(400, "invalid-request")["detail"]!.GetValue<string>().ShouldContain(problem);

    private async Task<Answer> DecideAsync(string episode, string example, string body) =>
        await server.SendAsync(new HttpRequestMessage(HttpMethod.Put, $"/api/episodes/{episode}/reviews/{example}") { Content = ApiServer.Json(body) });

    private async Task<List<JsonNode>> ExamplesAsync(string episode) => [.. (await server.GetAsync($"/api/episodes/{episode}/examples")).ShouldBe(200).Json["items"]!.AsArray().Select(example => example!)];

    private static string Id(JsonNode example) => example["id"]!.GetValue<string>();
}
