using System.Text.Json.Serialization;
using DataEnvGym.Core.Tasks;
using DataEnvGym.Domains.Code.Testing;
using static DataEnvGym.Domains.Code.Loading.CodeFormat;

namespace DataEnvGym.Domains.Code.Loading;

/// <summary>HumanEval (Chen et al. 2021): the head and description of a function; its body is asked for, and a script checks it.</summary>
internal static class HumanEval
{
    public static CodeFormat Format { get; } = new(
        "humaneval",
        ["HumanEval.jsonl"],
        """{"task_id": "HumanEval/0", "prompt": "def twice(n):\n    \"\"\"Two times n.\"\"\"\n", "entry_point": "twice", "canonical_solution": "    return 2 * n\n", "test": "def check(candidate):\n    assert candidate(2) == 4\n"}""",
        Read);

    private static Item Read(string line, string id)
    {
        var record = Parse(line, LoadingJson.Default.HumanEvalRecord);
        var (prompt, entry) = (Need(record.Prompt, "prompt"), Need(record.EntryPoint, "entry_point"));
        var tests = new CodeTests([new ScriptTest($"{Need(record.Test, "test")}\n\ncheck({entry})\n")]) { Entry = entry, Starter = prompt, Seconds = 10, MemoryMiB = 512 };
        return new(record.TaskId ?? id, prompt, Need(record.CanonicalSolution, "canonical_solution")) { Check = tests.Write() };
    }
}

/// <summary>A line of HumanEval.</summary>
internal sealed record HumanEvalRecord(
    [property: JsonPropertyName("task_id")] string? TaskId,
    [property: JsonPropertyName("prompt")] string? Prompt,
    [property: JsonPropertyName("entry_point")] string? EntryPoint,
    [property: JsonPropertyName("canonical_solution")] string? CanonicalSolution,
    [property: JsonPropertyName("test")] string? Test);
