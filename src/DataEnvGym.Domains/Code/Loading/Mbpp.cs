using System.Text.Json.Serialization;
using DataEnvGym.Core.Tasks;
using DataEnvGym.Domains.Code.Testing;
using static DataEnvGym.Domains.Code.Loading.CodeFormat;

namespace DataEnvGym.Domains.Code.Loading;

/// <summary>MBPP (Austin et al. 2021), the whole one and the sanitised one: a sentence, and assert statements. The first of them ends the prompt, since nothing else names the function.</summary>
internal static class Mbpp
{
    public static CodeFormat Format { get; } = new(
        "mbpp",
        ["mbpp.jsonl", "sanitized-mbpp.jsonl"],
        """{"task_id": 2, "text": "Write a function to double a number.", "code": "def twice(n):\n    return 2 * n", "test_list": ["assert twice(2) == 4"]}""",
        Read);

    private static Item Read(string line, string id)
    {
        var record = Parse(line, LoadingJson.Default.MbppRecord);
        if (record.TestList is not { Count: > 0 } asserts || asserts.Any(string.IsNullOrWhiteSpace))
        {
            throw new FormatException("has no tests in \"test_list\"");
        }

        var setup = string.Join('\n', [.. record.TestImports ?? [], record.TestSetupCode ?? ""]);
        var tests = new CodeTests([.. asserts.Concat(record.ChallengeTestList ?? []).Select(test => new ScriptTest($"{setup}\n{test}\n"))]) { Seconds = 10, MemoryMiB = 512 };
        return new(
            record.TaskId is { } number ? $"mbpp/{number}" : id, $"{Need(record.Text ?? record.Prompt, "text").Trim()}\nIt must pass this test: {asserts[0]}", Need(record.Code, "code"))
        {
            Check = tests.Write(),
        };
    }
}

/// <summary>A line of MBPP.</summary>
internal sealed record MbppRecord(
    [property: JsonPropertyName("task_id")] int? TaskId,
    [property: JsonPropertyName("text")] string? Text,
    [property: JsonPropertyName("prompt")] string? Prompt,
    [property: JsonPropertyName("code")] string? Code,
    [property: JsonPropertyName("test_list")] IReadOnlyList<string>? TestList,
    [property: JsonPropertyName("challenge_test_list")] IReadOnlyList<string>? ChallengeTestList,
    [property: JsonPropertyName("test_setup_code")] string? TestSetupCode,
    [property: JsonPropertyName("test_imports")] IReadOnlyList<string>? TestImports);
