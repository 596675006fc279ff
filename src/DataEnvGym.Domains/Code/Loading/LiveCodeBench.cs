using System.Text.Json;
using System.Text.Json.Serialization;
using DataEnvGym.Core.Tasks;
using DataEnvGym.Domains.Code.Testing;
using static DataEnvGym.Domains.Code.Loading.CodeFormat;

namespace DataEnvGym.Domains.Code.Loading;

/// <summary>
/// LiveCodeBench in the layout code_generation_lite (Jain et al. 2024): contest problems with public and private tests, which give standard input and output or call a method of a class
/// <c>Solution</c>. It has no reference solutions.
/// </summary>
internal static class LiveCodeBench
{
    public static CodeFormat Format { get; } = new(
        "livecodebench",
        ["test.jsonl", "livecodebench.jsonl"],
        """{"question_id": "1", "question_content": "Double the number.", "starter_code": "", "difficulty": "easy", "public_test_cases": "[{\"input\": \"2\\n\", \"output\": \"4\\n\", \"testtype\": \"stdin\"}]"}""",
        Read);

    private static Item Read(string line, string id)
    {
        var record = Parse(line, LoadingJson.Default.LiveCodeBenchRecord);
        var entry = string.IsNullOrWhiteSpace(record.Metadata) ? null : JsonSerializer.Deserialize(record.Metadata, LoadingJson.Default.LiveCodeBenchMetadata)?.FunctionName;
        CodeTest[] cases = [.. Cases(record.PublicTestCases, "public_test_cases", entry), .. Cases(record.PrivateTestCases, "private_test_cases", entry)];
        if (cases.Length == 0)
        {
            throw new FormatException("has no tests in \"public_test_cases\" and \"private_test_cases\"");
        }

        var starter = record.StarterCode?.TrimEnd() is { Length: > 0 } code ? $"\n\nStart from this code:\n{code}" : "";
        return new(record.QuestionId is { } number ? $"livecodebench/{number}" : id, Need(record.QuestionContent, "question_content").Trim() + starter, "")
        {
            Check = new CodeTests(cases) { Entry = entry, Seconds = 6, MemoryMiB = 1024 }.Write(),
            Origin = record.Platform,
            Level = record.Difficulty switch { "easy" => 1, "medium" => 2, "hard" => 3, _ => null },
        };
    }

    private static IEnumerable<CodeTest> Cases(string? json, string field, string? entry)
    {
        if (string.IsNullOrWhiteSpace(json))
        {
            return [];
        }

        // The published private tests are base64 of zlib of a pickle.
        if (!json.AsSpan().TrimStart().StartsWith('['))
        {
            throw new FormatException(
                $"has \"{field}\" packed with Python's pickle, which runs whatever it holds when it is read and is refused here; unpack the field to its JSON with a tool that you trust, or remove it");
        }

        return (JsonSerializer.Deserialize(json, LoadingJson.Default.IReadOnlyListLiveCodeBenchCase) ?? [])
            .Select(test => test.TestType == "functional" ? Call(test, entry) : (CodeTest)new OutputTest(test.Input ?? "", test.Output ?? ""));
    }

    private static CallTest Call(LiveCodeBenchCase test, string? entry) => entry is null
        ? throw new FormatException("has a functional test and no func_name in \"metadata\"")
        : new([.. Need(test.Input, "input").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Json)], Json(Need(test.Output, "output")));

    private static JsonElement Json(string text) => JsonSerializer.Deserialize(text, LoadingJson.Default.JsonElement);
}

/// <summary>A line of LiveCodeBench.</summary>
internal sealed record LiveCodeBenchRecord(
    [property: JsonPropertyName("question_id")] string? QuestionId,
    [property: JsonPropertyName("question_content")] string? QuestionContent,
    [property: JsonPropertyName("starter_code")] string? StarterCode,
    [property: JsonPropertyName("platform")] string? Platform,
    [property: JsonPropertyName("difficulty")] string? Difficulty,
    [property: JsonPropertyName("public_test_cases")] string? PublicTestCases,
    [property: JsonPropertyName("private_test_cases")] string? PrivateTestCases,
    [property: JsonPropertyName("metadata")] string? Metadata);

/// <summary>A test of LiveCodeBench.</summary>
internal sealed record LiveCodeBenchCase(
    [property: JsonPropertyName("input")] string? Input,
    [property: JsonPropertyName("output")] string? Output,
    [property: JsonPropertyName("testtype")] string? TestType);

/// <summary>What LiveCodeBench says of a problem beside its text.</summary>
internal sealed record LiveCodeBenchMetadata([property: JsonPropertyName("func_name")] string? FunctionName);
