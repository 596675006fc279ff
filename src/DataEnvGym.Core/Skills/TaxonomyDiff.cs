using DataEnvGym.Core.Statistics;

namespace DataEnvGym.Core.Skills;

/// <summary>What one taxonomy has that another has not. Judged by the items that both give a skill.</summary>
/// <param name="Added">Skills that are new and not explained by what follows.</param>
/// <param name="Removed">Skills that are gone and not explained by what follows.</param>
/// <param name="Renamed">The same items under another name.</param>
/// <param name="Merged">Several skills that became one, with all their items.</param>
/// <param name="Split">One skill that became several, with all its items.</param>
/// <param name="Moved">Items that changed their skill otherwise, sorted by id.</param>
/// <param name="Assigned">Items that only the second gives a skill, sorted.</param>
/// <param name="Unassigned">Items that only the first gives a skill, sorted.</param>
public sealed record TaxonomyDiff(
    IReadOnlyList<string> Added,
    IReadOnlyList<string> Removed,
    IReadOnlyList<SkillRename> Renamed,
    IReadOnlyList<SkillMerge> Merged,
    IReadOnlyList<SkillSplit> Split,
    IReadOnlyList<MovedItem> Moved,
    IReadOnlyList<string> Assigned,
    IReadOnlyList<string> Unassigned)
{
    /// <summary>Whether the two say the same of every item, with the same names.</summary>
    public bool IsEmpty =>
        Added.Count + Removed.Count + Renamed.Count + Merged.Count + Split.Count + Moved.Count + Assigned.Count + Unassigned.Count == 0;

    /// <summary>Compares <paramref name="after"/> with <paramref name="before"/>.</summary>
    public static TaxonomyDiff Between(Taxonomy before, Taxonomy after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var common = before.Assignments.Keys.Where(after.Assignments.ContainsKey).Order(StringComparer.Ordinal).ToList();
        var table = ContingencyTable.Of([.. common.Select(item => (before.Assignments[item], after.Assignments[item]))]);
        var (renamed, merged, split) = (new List<SkillRename>(), new List<SkillMerge>(), new List<SkillSplit>());
        var tangled = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (rows, columns) in SkillGroups.Of(table))
        {
            switch (rows.Count, columns.Count)
            {
                case (1, 1) when rows[0] == columns[0]:
                    break;
                case (1, 1):
                    renamed.Add(new(rows[0], columns[0]));
                    break;
                case (_, 1):
                    merged.Add(new(rows, columns[0]));
                    break;
                case (1, _):
                    split.Add(new(rows[0], columns));
                    break;
                default:
                    tangled.UnionWith(rows);
                    break;
            }
        }

        string[] gone = [.. renamed.Select(change => change.Before), .. merged.SelectMany(change => change.Before), .. split.Select(change => change.Before)];
        string[] made = [.. renamed.Select(change => change.After), .. merged.Select(change => change.After), .. split.SelectMany(change => change.After)];
        return new(
            [.. after.Skills.Except(before.Skills).Except(made)],
            [.. before.Skills.Except(after.Skills).Except(gone)],
            renamed,
            merged,
            split,
            [.. common
                .Select(item => new MovedItem(item, before.Assignments[item], after.Assignments[item]))
                .Where(item => item.Before != item.After && tangled.Contains(item.Before))],
            [.. after.Assignments.Keys.Except(before.Assignments.Keys).Order(StringComparer.Ordinal)],
            [.. before.Assignments.Keys.Except(after.Assignments.Keys).Order(StringComparer.Ordinal)]);
    }
}

/// <summary>A skill under another name.</summary>
public sealed record SkillRename(string Before, string After);

/// <summary>Skills that became one.</summary>
public sealed record SkillMerge(IReadOnlyList<string> Before, string After);

/// <summary>A skill that became several.</summary>
public sealed record SkillSplit(string Before, IReadOnlyList<string> After);

/// <summary>An item that changed its skill.</summary>
public sealed record MovedItem(string Item, string Before, string After);
