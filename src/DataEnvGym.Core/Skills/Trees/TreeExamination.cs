using DataEnvGym.Core.Tasks;

namespace DataEnvGym.Core.Skills.Trees;

/// <summary>Takes an examination over into a tree. Pure.</summary>
public static class TreeExamination
{
    /// <summary>
    /// The tree of the next iteration before anything is done: new skills are there, all nodes are measured, and the actions of the iteration before have their
    /// rewards.
    /// </summary>
    /// <param name="tree">The tree that the iteration before left; <see cref="SkillTree.Empty"/> for the first.</param>
    /// <param name="iteration">The iteration that is to be planned, 1-based.</param>
    /// <param name="taxonomy">The skills now.</param>
    /// <param name="answers">The probe split, as the student answered it now.</param>
    /// <param name="examples">Path → examples that the iteration before trained on.</param>
    /// <param name="allocation">The allocation of a skill that is new.</param>
    public static SkillTree Examined(
        this SkillTree tree, int iteration, Taxonomy taxonomy, IReadOnlyList<GradedAnswer> answers, IReadOnlyDictionary<string, int> examples, int allocation)
    {
        ArgumentNullException.ThrowIfNull(tree);
        ArgumentNullException.ThrowIfNull(taxonomy);
        ArgumentNullException.ThrowIfNull(answers);
        var labelled = answers.Where(answer => taxonomy.SkillOf(answer.ItemId) != Taxonomy.Unlabelled).ToList();
        var skills = taxonomy.Skills.Where(skill => skill != Taxonomy.Unlabelled).Select(TreePath.OfSkill).Distinct(StringComparer.Ordinal);
        var grown = tree.With(skills.Where(skill => tree.Find(skill) is null).Select(skill => new TreeNode(skill, iteration, allocation)));
        grown = grown with
        {
            Iteration = iteration,
            Nodes = [.. grown.Nodes.Select(node => node with { Examples = node.Examples + examples.Sum(pair => TreePath.IsWithin(pair.Key, node.Path) ? pair.Value : 0) })],
            Assignments = Sorted(labelled.Select(answer => KeyValuePair.Create(answer.ItemId, Place(tree, taxonomy, answer.ItemId)))),
            Wrong = [.. labelled.Where(answer => !answer.IsCorrect).Select(answer => answer.ItemId).Order(StringComparer.Ordinal)],
        };
        grown = grown.Counted();
        return grown with { History = [.. grown.History.Select(turn => turn.Iteration == tree.Iteration ? turn with { Reward = RewardOf(turn.Skill, tree, grown) } : turn)] };
    }

    /// <summary>Assignments in the order in which they are stored.</summary>
    public static IReadOnlyDictionary<string, string> Sorted(IEnumerable<KeyValuePair<string, string>> assignments) =>
        new SortedDictionary<string, string>(new Dictionary<string, string>(assignments), StringComparer.Ordinal);

    // An item keeps its place below its skill; in another taxonomy its skill may be another.
    private static string Place(SkillTree tree, Taxonomy taxonomy, string item)
    {
        var skill = TreePath.OfSkill(taxonomy.SkillOf(item));
        return tree.Assignments.GetValueOrDefault(item) is { } path && TreePath.IsWithin(path, skill) ? path : skill;
    }

    // Only what was examined both times counts: nothing is known of the rest.
    private static Reward? RewardOf(string skill, SkillTree before, SkillTree after)
    {
        var (wrongBefore, wrongAfter) = (before.Wrong.ToHashSet(StringComparer.Ordinal), after.Wrong.ToHashSet(StringComparer.Ordinal));
        var items = after.Assignments.Where(pair => TreePath.IsWithin(pair.Value, skill) && before.Assignments.ContainsKey(pair.Key)).Select(pair => pair.Key).ToList();
        return Reward.Of(
            items.Count(item => wrongBefore.Contains(item) && !wrongAfter.Contains(item)),
            items.Count(item => !wrongBefore.Contains(item) && wrongAfter.Contains(item)),
            items.Count);
    }
}
