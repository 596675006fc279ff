namespace DataEnvGym.Core.Skills;

/// <summary>A set of skills with the assignment of items to them.</summary>
/// <param name="Version">1 for the first of a run.</param>
/// <param name="Skills">Names, sorted, without repeats.</param>
/// <param name="Assignments">Item id → skill name, for every item that was labelled.</param>
public sealed record Taxonomy(int Version, IReadOnlyList<string> Skills, IReadOnlyDictionary<string, string> Assignments)
{
    /// <summary>Skill of items that the teacher gave no usable label.</summary>
    public const string Unlabelled = "unlabelled";

    /// <summary>The skill of an item, <see cref="Unlabelled"/> if it has none.</summary>
    public string SkillOf(string itemId) => Assignments.GetValueOrDefault(itemId, Unlabelled);
}
