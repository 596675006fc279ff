namespace DataEnvGym.Core.Tasks;

/// <summary>One question of a task.</summary>
/// <param name="Id">Unique in the task and stable between runs.</param>
/// <param name="Prompt">The text that the student is asked.</param>
/// <param name="Reference">The gold answer, in the form that the task's grader expects.</param>
public sealed record Item(string Id, string Prompt, string Reference)
{
    /// <summary>A worked solution that ends in the answer, where the task has one.</summary>
    public string? Solution { get; init; }

    /// <summary>What the grader judges by where the reference alone does not say it, such as tests of code.</summary>
    public string? Check { get; init; }

    /// <summary>The skill that the task itself says the item needs. Used in reports; shown to no agent.</summary>
    public string? Skill { get; init; }

    /// <summary>Where its publisher has it from, such as the platform of a contest. Tells of the data; nothing is decided by it.</summary>
    public string? Origin { get; init; }

    /// <summary>Difficulty, 1 being the easiest, where the task has levels.</summary>
    public int? Level { get; init; }
}
