using System.Security.Cryptography;
using System.Text.Json.Nodes;
using DataEnvGym.Cli.Tests.Support;

namespace DataEnvGym.Cli.Tests.Results;

[Collection(FinishedRunsDefinition.Name)]
public sealed class TraceTests(FinishedRuns runs)
{
    private readonly Workplace workplace = runs.Workplace;

    [Fact]
    public async Task Trace_AsJson_NamesFilesWithTheHashesThatTheyHave()
    {
        var id = await FirstIdAsync();

        var trace = (await workplace.RunAsync("trace", "math-1", id[..12], "--prompt", "--json")).ShouldBe(0).Json;

        trace["seed"]!.GetValue<int>().ShouldBe(1);
        trace["trace"]!["example"]!["id"]!.GetValue<string>().ShouldBe(id);
        trace["prompt"]!["hash"]!.GetValue<string>().ShouldBe(trace["trace"]!["example"]!["provenance"]!["source"]!["promptHash"]!.GetValue<string>());
        var files = Files(trace).ToList();
        files.Select(file => file.Name).ShouldContain("iteration-01/plan.json");
        files.ShouldAllBe(file => file.Sha256 == Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(workplace.PathOf("runs", "math-1", "artifacts", file.Name)))));
    }

    [Fact]
    public async Task Trace_ForPeople_TellsTheWholeChain()
    {
        var text = (await workplace.RunAsync("trace", "math-1", await FirstIdAsync(), "--prompt")).ShouldBe(0).Out;

        text.ShouldContain("  asked by    the teacher agent, policy error-proportional, in iteration 1 of the run with seed 1\n");
        text.ShouldMatch(@"  why         order-\d+: \d+ examples of ");
        text.ShouldMatch(@"error procedural-math/[^:]+: "".*"" was answered "".*"", right is "".*""");
        text.ShouldContain("  written by  offline/1 in call ");
        text.ShouldContain("  passed      surplus: ");
        text.ShouldContain("  learned by  iteration 1: trained on it, 1 × in its data\n");
        text.ShouldMatch("  chosen      (the base|the checkpoint of iteration)");
        text.ShouldContain("--- user (made again from spec, order and errors;");
    }

    [Fact]
    public async Task Trace_UnknownExample_IsOneSentence() =>
        (await workplace.RunAsync("trace", "math-1", "ex-nothing")).ShouldBe(2).Message.ShouldStartWith("error: no example of the run has an id that begins with \"ex-nothing\"");

    private async Task<string> FirstIdAsync() =>
        (await workplace.RunAsync("examples", "math-1", "--iteration", "1", "--count", "1", "--json")).ShouldBe(0).Json[0]!["id"]!.GetValue<string>();

    private static IEnumerable<(string Name, string Sha256)> Files(JsonNode? node) => node switch
    {
        JsonObject { Count: > 0 } found when found["sha256"] is { } hash => [(found["name"]!.GetValue<string>(), hash.GetValue<string>())],
        JsonObject found => found.SelectMany(field => Files(field.Value)),
        JsonArray found => found.SelectMany(Files),
        _ => [],
    };
}
