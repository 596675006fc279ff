namespace DataEnvGym.Domains.Procedural;

/// <summary>A problem with its worked solution.</summary>
/// <param name="Skill">The skill that it needs.</param>
/// <param name="Level">Difficulty, 1 (easiest) to 3.</param>
/// <param name="Prompt">The question: one line of printable ASCII.</param>
/// <param name="Solution">
/// Steps separated by commas, in which every step is a fact about single digits or a copy; empty where there is nothing to work out.
/// </param>
/// <param name="Answer">The final answer, without white space at its ends.</param>
/// <param name="Key">
/// What the problem is about, free of its wording: twins such as 347+285 and 285+347 share a key, and so a split. Unique within the skill.
/// </param>
public sealed record Problem(ProceduralSkill Skill, int Level, string Prompt, string Solution, string Answer, string Key)
{
    /// <summary>What the answer is judged by where it is not by comparison with <see cref="Answer"/>; see <see cref="Core.Tasks.Item.Check"/>.</summary>
    public string? Check { get; init; }
}
