using System.Text.Json;
using System.Text.Json.Serialization;
using DataEnvGym.Core.Tasks;
using DataEnvGym.Domains.Code.Testing;
using static DataEnvGym.Domains.Code.Loading.CodeFormat;

namespace DataEnvGym.Domains.Code.Loading;

/// <summary>A benchmark of one's own: a prompt, and the tests as this program writes them (<see cref="CodeTests"/>) or as a text of assert statements.</summary>
internal static class GenericCode
{
    public static CodeFormat Format { get; } = new(
        "code-jsonl",
        ["code.jsonl"],
        """{"prompt": "Write twice(n), which returns two times n.", "check": {"entry": "twice", "tests": [{"kind": "call", "arguments": [2], "returns": 4}]}, "solution": "def twice(n):\n    return 2 * n"}""",
        Read);

    private static Item Read(string line, string id)
    {
        var record = JsonSerializer.Deserialize(line, LoadingJson.Default.GenericCodeRecord) ?? throw new FormatException("is null");
        var tests = record.Check.ValueKind switch
        {
            JsonValueKind.String => CodeTests.Read(Need(record.Check.GetString(), "check")),
            JsonValueKind.Object => CodeTests.Read(record.Check.GetRawText()),
            _ => throw new FormatException("has no tests in \"check\""),
        };
        return new(record.Id ?? id, Need(record.Prompt, "prompt").Trim(), record.Solution ?? "") { Check = tests.Write(), Skill = record.Skill, Level = record.Level };
    }
}

/// <summary>A line of a benchmark of one's own.</summary>
internal sealed record GenericCodeRecord(
    [property: JsonPropertyName("id")] string? Id,
    [property: JsonPropertyName("prompt")] string? Prompt,
    [property: JsonPropertyName("check")] JsonElement Check,
    [property: JsonPropertyName("solution")] string? Solution,
    [property: JsonPropertyName("skill")] string? Skill,
    [property: JsonPropertyName("level")] int? Level);
