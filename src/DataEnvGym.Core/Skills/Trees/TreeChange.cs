namespace DataEnvGym.Core.Skills.Trees;

/// <summary>A tree after an action, and what of it could not be done.</summary>
/// <param name="Tree">The tree.</param>
/// <param name="Added">Paths of the nodes that are new.</param>
/// <param name="Notes">What could not be done as decided, one sentence each.</param>
public sealed record TreeChange(SkillTree Tree, IReadOnlyList<string> Added, IReadOnlyList<string> Notes);

/// <summary>Does actions to a tree. Pure: what a teacher proposed is given. Nothing of an action is dropped without a note.</summary>
public static class TreeChanges
{
    /// <summary>Moves allocations of a skill's leaves.</summary>
    public static TreeChange Apply(this SkillTree tree, string skill, Exploit action)
    {
        ArgumentNullException.ThrowIfNull(tree);
        ArgumentNullException.ThrowIfNull(action);
        var (notes, moved) = (new List<string>(), new List<TreeNode>());
        var leaves = tree.LeavesOf(skill).ToDictionary(leaf => leaf.Path);
        foreach (var (path, delta) in action.Deltas.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            if (!leaves.TryGetValue(path, out var leaf))
            {
                notes.Add($"{path} is no leaf of {skill}, so its delta of {delta:+0;-0;0} was left out.");
                continue;
            }

            var wanted = (long)leaf.Allocation + delta;
            var allocation = (int)Math.Clamp(wanted, 0, int.MaxValue);
            if (allocation != wanted)
            {
                notes.Add($"A delta of {delta:+0;-0;0} would have taken {path} from {leaf.Allocation} to {wanted}; it has {allocation}.");
            }

            moved.Add(leaf with { Allocation = allocation });
        }

        var kept = leaves.Keys.Except(action.Deltas.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        if (kept.Count > 0)
        {
            notes.Add($"No delta was given for {string.Join(", ", kept)}, which kept {(kept.Count == 1 ? "its allocation" : "their allocations")}.");
        }

        return new(tree.With(moved), [], notes);
    }

    /// <summary>
    /// Adds the proposed children. A skill that has no subskill even then is its own leaf and gets the allocation of one; a skill that has some stays as it was.
    /// </summary>
    /// <param name="tree">The tree.</param>
    /// <param name="skill">The skill.</param>
    /// <param name="action">The decision.</param>
    /// <param name="names">Proposed names, one spelling each.</param>
    /// <param name="room">How many nodes more may lie below the skill.</param>
    public static TreeChange Apply(this SkillTree tree, string skill, Explore action, IReadOnlyList<string> names, int room)
    {
        ArgumentNullException.ThrowIfNull(tree);
        ArgumentNullException.ThrowIfNull(action);
        ArgumentNullException.ThrowIfNull(names);
        var (parent, notes) = (action.Below ?? skill, new List<string>());
        var each = Math.Max(0, action.ExamplesEach);
        var fresh = names.Where(name => name.Length > 0).Select(name => TreePath.Child(parent, TreePath.OfSkill(name))).Distinct(StringComparer.Ordinal)
            .Where(path => tree.Find(path) is null).ToList();
        var added = fresh.Take(Math.Max(0, Math.Min(action.Count, room))).ToList();
        if (action.ExamplesEach < 0)
        {
            notes.Add($"{action.ExamplesEach} examples cannot be ordered; the allocation of each is 0.");
        }

        if (added.Count > 0)
        {
            return new(tree.With(added.Select(path => new TreeNode(path, tree.Iteration, each))), added, notes);
        }

        var alone = tree.Find(skill) is { } root && tree.ChildrenOf(skill).Count == 0 ? root with { Allocation = each } : null;
        return new(alone is null ? tree : tree.With([alone]), [], notes);
    }

    /// <summary>Gives items of a node to its children.</summary>
    /// <param name="tree">The tree.</param>
    /// <param name="choices">Item → path of the child that it asks for.</param>
    public static SkillTree Assign(this SkillTree tree, IReadOnlyDictionary<string, string> choices)
    {
        ArgumentNullException.ThrowIfNull(tree);
        return (tree with
        {
            Assignments = TreeExamination.Sorted(tree.Assignments.Select(pair => KeyValuePair.Create(pair.Key, choices.GetValueOrDefault(pair.Key, pair.Value)))),
        }).Counted();
    }
}
