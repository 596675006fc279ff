using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace DataEnvGym.Cli.Tests.Support;

/// <summary>What must be the same however often a run was interrupted.</summary>
/// <param name="Artefacts">SHA-256 of every artefact but the report, which holds seconds.</param>
/// <param name="ExampleIds">Ids of the examples, in order.</param>
/// <param name="Checkpoint">SHA-256 of the chosen checkpoint, by the report.</param>
/// <param name="Report">The report without its seconds.</param>
internal sealed record RunOutcome(IReadOnlyList<string> Artefacts, IReadOnlyList<string> ExampleIds, string Checkpoint, string Report)
{
    public static RunOutcome Of(string run)
    {
        var artefacts = Path.Combine(run, "artifacts");
        var report = JsonNode.Parse(File.ReadAllText(Path.Combine(run, "report.json")))!.AsObject();
        report.Remove("seconds").ShouldBeTrue();
        return new(
            [.. Directory.EnumerateFiles(artefacts, "*", SearchOption.AllDirectories)
                .Where(file => Path.GetFileName(file) is not ("report.json" or "report.md"))
                .Order(StringComparer.Ordinal)
                .Select(file => $"{Path.GetRelativePath(artefacts, file)} {Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)))}")],
            [.. Directory.EnumerateFiles(artefacts, "examples*.jsonl", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal)
                .SelectMany(File.ReadLines)
                .Select(line => JsonNode.Parse(line)!["id"]!.GetValue<string>())],
            report["checkpoint"]!["sha256"]!.GetValue<string>(),
            report.ToJsonString());
    }

    public void ShouldBe(RunOutcome expected)
    {
        Artefacts.ShouldBe(expected.Artefacts);
        ExampleIds.ShouldBe(expected.ExampleIds);
        Checkpoint.ShouldBe(expected.Checkpoint);
        Report.ShouldBe(expected.Report);
    }
}
