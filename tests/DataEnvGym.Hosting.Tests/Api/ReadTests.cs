using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using DataEnvGym.Core.Json;
using DataEnvGym.Hosting.Tests.Support;

namespace DataEnvGym.Hosting.Tests.Api;

/// <summary>What can be seen of one episode that has ended.</summary>
public sealed class ReadTests(FinishedEpisode finished) : IClassFixture<FinishedEpisode>
{
    private readonly ApiServer server = finished.Server;

    [Fact]
    public async Task Get_CompletedEpisode_TellsAllAboutIt()
    {
        var detail = await server.DetailAsync("done");

        detail["phase"]!.GetValue<string>().ShouldBe("done");
        detail["iteration"]!.GetValue<int>().ShouldBe(2);
        detail["curve"]!.AsArray().Count.ShouldBe(3);
        detail["examples"]!.GetValue<int>().ShouldBe(24);
        detail["skills"]!.AsArray().Count.ShouldBeGreaterThan(10);
        detail["spend"]!["calls"]!.GetValue<int>().ShouldBeGreaterThan(6);
        detail["spend"]!["tokens"]!.GetValue<long>().ShouldBe(detail["spend"]!["inputTokens"]!.GetValue<long>() + detail["spend"]!["outputTokens"]!.GetValue<long>());
        detail["spec"]!["examplesPerIteration"]!.GetValue<int>().ShouldBe(12);
        (detail["updated"]!.GetValue<DateTimeOffset>() > detail["created"]!.GetValue<DateTimeOffset>()).ShouldBeTrue();
        detail["failure"].ShouldBeNull();
        detail["approval"].ShouldBeNull();
    }

    [Theory]
    [InlineData("/api/episodes?limit=0", "limit")]
    [InlineData("/api/episodes?limit=201", "limit")]
    [InlineData("/api/episodes?limit=-1", "limit")]
    [InlineData("/api/episodes?limit=9999999999", "limit")]
    [InlineData("/api/episodes?after=%2e%2e%2f", "after")]
    [InlineData("/api/episodes/done/examples?iteration=x", "iteration")]
    [InlineData("/api/episodes/done/examples?limit=1001", "limit")]
    [InlineData("/api/episodes/done/examples?skill=a%0ab", "skill")]
    public async Task Get_MalformedParameter_IsNamed(string path, string field) =>
        (await server.GetAsync(path)).ShouldBeProblem(400, "invalid-request")["errors"]!.AsObject().ShouldHaveSingleItem().Key.ShouldBe(field);

    [Fact]
    public async Task Artifacts_EachListed_CanBeReadWithItsLengthAndType()
    {
        var items = (await server.GetAsync("/api/episodes/done/artifacts")).ShouldBe(200).Json["items"]!.AsArray();

        var names = items.Select(item => item!["name"]!.GetValue<string>()).ToList();
        names.ShouldBe(names.Order(StringComparer.Ordinal));
        ((string[])["report.json", "report.md", "curve.png", "iteration-01/examples.jsonl", "iteration-02/plan.json", "checkpoints/iteration-02.safetensors", "test/base.jsonl"])
            .Except(names).ShouldBeEmpty();
        names.ShouldNotContain(name => name.StartsWith("prompts/", StringComparison.Ordinal) || name.Contains("responses", StringComparison.Ordinal));
        foreach (var item in items)
        {
            var answer = (await server.GetAsync(item!["href"]!.GetValue<string>())).ShouldBe(200);
            answer.Body.LongLength.ShouldBe(item["length"]!.GetValue<long>());
            answer.Response.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
            answer.Response.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        }
    }

    [Theory]
    [InlineData("report.json", "application/json")]
    [InlineData("curve.png", "image/png")]
    [InlineData("report.md", "text/markdown")]
    [InlineData("iteration-01/examples.jsonl", "application/jsonl")]
    [InlineData("checkpoints/base.safetensors", "application/octet-stream")]
    public async Task Artifact_Known_HasItsType(string name, string type) =>
        (await server.GetAsync($"/api/episodes/done/artifacts/{name}")).ShouldBe(200).Response.Content.Headers.ContentType!.MediaType.ShouldBe(type);

    [Theory]
    [InlineData(0L, 9L, 206)]
    [InlineData(5L, null, 206)]
    [InlineData(99_999_999L, null, 416)]
    public async Task Artifact_Range_IsThatPart(long from, long? to, int status)
    {
        var whole = (await server.GetAsync("/api/episodes/done/artifacts/report.json")).Body;
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/episodes/done/artifacts/report.json") { Headers = { Range = new RangeHeaderValue(from, to) } };

        var answer = (await server.SendAsync(request)).ShouldBe(status);

        answer.Body.ShouldBe(status == 416 ? [] : whole[(int)from..(int)((to + 1) ?? whole.Length)]);
    }

    // They are there, and nobody's business: sealed questions, raw responses.
    [Theory]
    [InlineData("prompts/test.jsonl")]
    [InlineData("iteration-00/probe-responses.jsonl")]
    [InlineData("iteration-09/plan.json")]
    [InlineData("nothing.json")]
    public async Task Artifact_NotShownOrNotThere_IsNotFound(string name) =>
        (await server.GetAsync($"/api/episodes/done/artifacts/{name}")).ShouldBeProblem(404, "artifact-not-found")["episode"]!.GetValue<string>().ShouldBe("/api/episodes/done");

    [Fact]
    public async Task Examples_Pages_AreTheOnesThatWereTrainedOn()
    {
        var (seen, path) = (new List<JsonNode>(), "/api/episodes/done/examples?limit=10");
        while (path is not null)
        {
            var page = (await server.GetAsync(path)).ShouldBe(200).Json;
            seen.AddRange(page["items"]!.AsArray()!);
            path = page["next"]?.GetValue<string>();
        }

        seen.Count.ShouldBe(24);
        seen.Select(example => example["id"]!.GetValue<string>()).ShouldBeUnique();
        seen.Select(example => example["provenance"]!["iteration"]!.GetValue<int>()).ShouldBe([.. Enumerable.Repeat(1, 12), .. Enumerable.Repeat(2, 12)]);
    }

    [Fact]
    public async Task Examples_AsLines_AreOneOnEach()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/episodes/done/examples?iteration=2") { Headers = { { "Accept", "application/jsonl" } } };

        var answer = (await server.SendAsync(request)).ShouldBe(200);

        answer.Response.Content.Headers.ContentType!.MediaType.ShouldBe("application/jsonl");
        var examples = answer.Text.TrimEnd('\n').Split('\n').Select(line => JsonSerializer.Deserialize(line, CoreJson.Default.Example)!).ToList();
        examples.Count.ShouldBe(12);
        examples.ShouldAllBe(example => example.Provenance.Iteration == 2);
    }

    [Fact]
    public async Task Examples_OfASkill_AreOnlyThose()
    {
        var skill = (await server.GetAsync("/api/episodes/done/examples")).Json["items"]![0]!["skill"]!.GetValue<string>();

        var items = (await server.GetAsync($"/api/episodes/done/examples?limit=1&skill={Uri.EscapeDataString(skill)}")).ShouldBe(200).Json;
        items["items"]!.AsArray().ShouldHaveSingleItem()!["skill"]!.GetValue<string>().ShouldBe(skill);
        items["next"]?.GetValue<string>().ShouldContain($"skill={Uri.EscapeDataString(skill)}");
        (await server.GetAsync("/api/episodes/done/examples?skill=nothing-like-it")).ShouldBe(200).Json["items"]!.AsArray().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("/artifacts")]
    [InlineData("/artifacts/report.json")]
    [InlineData("/examples")]
    public async Task Get_UnknownEpisode_IsNotFound(string path) => (await server.GetAsync($"/api/episodes/unknown{path}")).ShouldBeProblem(404, "episode-not-found");
}
