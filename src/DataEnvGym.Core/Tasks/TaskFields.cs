namespace DataEnvGym.Core.Tasks;

/// <summary>What the fields of a file of problems are called, where they have other names than the task expects. Each that is left out keeps its usual name.</summary>
public sealed record TaskFields
{
    /// <summary>Holds the text that the student is asked; <c>problem</c> for <c>math</c>, <c>question</c> for <c>math-jsonl</c>.</summary>
    public string? Prompt { get; init; }

    /// <summary>Holds the gold answer, usually <c>answer</c>. Where it is missing, the answer is the last box of the solution.</summary>
    public string? Answer { get; init; }

    /// <summary>Holds a worked solution, usually <c>solution</c>; it may be missing.</summary>
    public string? Solution { get; init; }

    /// <summary>Holds the skill that the item needs, for reports; <c>type</c> or <c>subject</c> for <c>math</c>, <c>skill</c> for <c>math-jsonl</c>; it may be missing.</summary>
    public string? Skill { get; init; }

    /// <summary>Holds the difficulty, such as <c>3</c> or <c>Level 3</c>, usually <c>level</c>; it may be missing.</summary>
    public string? Level { get; init; }
}
