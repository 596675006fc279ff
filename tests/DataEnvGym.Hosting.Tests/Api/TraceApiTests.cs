using System.Text.Json;
using System.Text.Json.Nodes;
using DataEnvGym.Core.Traces;
using DataEnvGym.Domains;
using DataEnvGym.Hosting.Tests.Support;
using DataEnvGym.Local.Artifacts;
using DataEnvGym.Local.Runs;

namespace DataEnvGym.Hosting.Tests.Api;

/// <summary>Traces of examples: what the command line reads from a run's folder and what the API answers are the same.</summary>
public sealed class TraceApiTests(FinishedEpisode finished) : IClassFixture<FinishedEpisode>
{
    private readonly ApiServer server = finished.Server;

    [Fact]
    public async Task Trace_EveryExampleOfAFinishedEpisode_IsThatOfTheRunsFolder()
    {
        var folder = new RunFolder(server.Root, Core.Episodes.RunId.Parse("done"));
        var spec = RunHistory.ReadState(folder)!.Spec;
        var run = await RunHistory.ReadAsync(folder, spec, default);
        var builder = new TraceBuilder(FileArtifactStore.Open(folder.Artifacts), TaskCatalog.Open(spec.Task));
        var ids = (await server.GetAsync("/api/episodes/done/examples")).ShouldBe(200).Json["items"]!.AsArray().Select(example => example!["id"]!.GetValue<string>()).ToList();

        ids.Count.ShouldBe(24);
        foreach (var id in ids)
        {
            var expected = JsonSerializer.SerializeToNode(new TraceResult("done", spec.Seed, await builder.TraceAsync(run, id, default), null), TraceJson.Default.TraceResult);
            JsonNode.DeepEquals((await server.GetAsync($"/api/episodes/done/examples/{id}/trace")).ShouldBe(200).Json, expected).ShouldBeTrue(id);
        }

        (await server.GetAsync($"/api/episodes/done/examples/{ids[0][..12]}/trace")).ShouldBe(200).Json["trace"]!["example"]!["id"]!.GetValue<string>().ShouldBe(ids[0]);
    }

    [Fact]
    public async Task Trace_IterationUnderWay_SaysSo()
    {
        await server.StartAsync("half", ApiServer.Spec(spec => spec["approval"] = "before-training"));
        await server.WaitingAsync("half", 1);
        var example = (await server.GetAsync("/api/episodes/half/examples")).Json["items"]![0]!["id"]!.GetValue<string>();

        var trace = (await server.GetAsync($"/api/episodes/half/examples/{example}/trace")).ShouldBe(200).Json["trace"]!;

        (trace["training"]!["notTrained"]!.GetValue<string>(), trace["writing"]!["calls"]!.AsArray().Count).ShouldBe(("the iteration is still under way", 1));
        (await server.PostAsync("/api/episodes/half/cancel")).ShouldBe(202);
        await server.Host.EndAsync("half");
    }

    [Theory]
    [InlineData("done", "ex-none", "example-not-found")]
    [InlineData("done", "ex-", "example-not-found")]
    [InlineData("done", "..%2F..%2Fetc", "example-not-found")]
    [InlineData("nobody", "ex-1", "episode-not-found")]
    public async Task Trace_NoOneExample_IsNotFound(string episode, string example, string problem) =>
        (await server.GetAsync($"/api/episodes/{episode}/examples/{example}/trace")).ShouldBeProblem(404, problem);
}
