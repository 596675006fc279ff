using DataEnvGym.Core.Tasks;

namespace DataEnvGym.Core.Skills;

/// <summary>A set of skills with the assignment of items to them. Never changed: an edit makes the next version.</summary>
/// <param name="Version">1 for the first, one more with each change.</param>
/// <param name="Skills">Names, sorted, without repeats.</param>
/// <param name="Assignments">Item id → skill name, for every item that was labelled.</param>
public sealed record Taxonomy(int Version, IReadOnlyList<string> Skills, IReadOnlyDictionary<string, string> Assignments)
{
    /// <summary>Skill of items that the teacher gave no usable label.</summary>
    public const string Unlabelled = "unlabelled";

    /// <summary>The <see cref="TaxonomyId"/> of the version that this one was made from; none for the first.</summary>
    public string? Parent { get; init; }

    /// <summary>Where it comes from, or what changed since its parent, in one sentence.</summary>
    public string? Note { get; init; }

    /// <summary>The task whose items it assigns, if that was written down; not where its data lie.</summary>
    public TaskSpec? Task { get; init; }

    /// <summary>The skill of an item, <see cref="Unlabelled"/> if it has none.</summary>
    public string SkillOf(string itemId) => Assignments.GetValueOrDefault(itemId, Unlabelled);
}
