namespace DataEnvGym.Core.Tasks;

/// <summary>What the fields of a file of items are called, where they have other names than the task expects. Each that is left out keeps its usual name.</summary>
public sealed record TaskFields
{
    /// <summary>Holds the text that the student is asked; <c>problem</c> for <c>math</c>, <c>question</c> for <c>math-jsonl</c>, <c>prompt</c> for <c>code-jsonl</c>.</summary>
    public string? Prompt { get; init; }

    /// <summary>Holds the gold answer of a math problem, usually <c>answer</c>. Where it is missing, the answer is the last box of the solution.</summary>
    public string? Answer { get; init; }

    /// <summary>Holds the tests of a program, usually <c>check</c>.</summary>
    public string? Tests { get; init; }

    /// <summary>Holds the name of the function that is tested, usually <c>entry</c>, for tests that do not name it; it may be missing.</summary>
    public string? Entry { get; init; }

    /// <summary>Holds code that stands before the answer, usually <c>starter</c>, for tests that have none of their own; it may be missing.</summary>
    public string? Starter { get; init; }

    /// <summary>Holds a worked solution, for code the program, usually <c>solution</c>; it may be missing.</summary>
    public string? Solution { get; init; }

    /// <summary>Holds the skill that the item needs, for reports; <c>type</c> or <c>subject</c> for <c>math</c>, <c>skill</c> for the others; it may be missing.</summary>
    public string? Skill { get; init; }

    /// <summary>Holds the difficulty, such as <c>3</c> or <c>Level 3</c>, usually <c>level</c>; it may be missing.</summary>
    public string? Level { get; init; }
}
