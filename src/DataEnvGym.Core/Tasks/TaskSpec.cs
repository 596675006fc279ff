using System.ComponentModel.DataAnnotations;

namespace DataEnvGym.Core.Tasks;

/// <summary>Which task is taught and examined.</summary>
public sealed record TaskSpec
{
    /// <summary>The task's name: <c>procedural-math</c> or <c>procedural-code</c>, made from seeds, or <c>gsm8k</c>, <c>math</c>, <c>math-jsonl</c>, <c>humaneval</c>, <c>mbpp</c>, <c>livecodebench</c> or <c>code-jsonl</c>, read from files.</summary>
    [AllowedValues("procedural-math", "procedural-code", "gsm8k", "math", "math-jsonl", "humaneval", "mbpp", "livecodebench", "code-jsonl")]
    public string Name { get; init; } = "procedural-math";

    /// <summary>Where a task that is read from files finds them: a folder with <c>train.jsonl</c> and, if there is one, <c>test.jsonl</c>; or one file. <c>math</c> and <c>math-jsonl</c> also read CSV and Parquet, and folders <c>train</c> and <c>test</c> with a file of JSON for each problem. For code, a file of JSON Lines, or a folder that holds it under its published name.</summary>
    public string? Data { get; init; }

    /// <summary>What the fields of its files are called, for <c>math</c>, <c>math-jsonl</c> and <c>code-jsonl</c>.</summary>
    public TaskFields? Fields { get; init; }

    /// <summary>Who judges a math task that is read from files: <c>final-answer</c>, usual for <c>gsm8k</c>; <c>math</c>, usual for the others; or <c>parity</c>, with the rules of the original.</summary>
    [AllowedValues("final-answer", "math", "parity")]
    public string? Grader { get; init; }

    /// <summary>How many items each examined split has: for each skill if the task is made from seeds, else in all.</summary>
    public SplitSizes Sizes { get; init; } = new();
}

/// <summary>Items per split. A task that has fewer uses what it has.</summary>
public sealed record SplitSizes
{
    /// <summary>Items of the probe split.</summary>
    [Range(1, 1_000_000)]
    public int Probe { get; init; } = 30;

    /// <summary>Items of the select split.</summary>
    [Range(1, 1_000_000)]
    public int Select { get; init; } = 30;

    /// <summary>Items of the test split.</summary>
    [Range(1, 1_000_000)]
    public int Test { get; init; } = 50;
}
