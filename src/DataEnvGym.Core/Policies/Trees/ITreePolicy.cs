using DataEnvGym.Core.Skills.Trees;

namespace DataEnvGym.Core.Policies.Trees;

/// <summary>Decides what is done to the tree of a skill. Pure: all its randomness comes from the view.</summary>
public interface ITreePolicy
{
    /// <summary>The policy's name, as in a spec.</summary>
    string Name { get; }

    /// <summary>Decides for one skill.</summary>
    TreeDecision Decide(TreeView view);
}

/// <summary>What a tree policy decided.</summary>
/// <param name="Action">What is to be done.</param>
/// <param name="Propensity">How probable this kind of action was, 0..1, before anything was drawn.</param>
public sealed record TreeDecision(TreeAction Action, double Propensity = 1);

/// <summary>What a tree policy knows when it decides: its skill alone.</summary>
/// <param name="Skill">The skill as a node, with its standing and the examples made for it so far.</param>
/// <param name="Leaves">Its leaves; the skill itself if it has no subskill.</param>
/// <param name="History">What was done at the skill so far, oldest first.</param>
/// <param name="Rng">A stream for this policy, iteration and skill alone.</param>
public sealed record TreeView(TreeNode Skill, IReadOnlyList<TreeNode> Leaves, IReadOnlyList<TreeTurn> History, Rng Rng)
{
    /// <summary>The view of a skill in a tree that was examined.</summary>
    public static TreeView Of(SkillTree tree, TreeNode skill, Rng rng)
    {
        ArgumentNullException.ThrowIfNull(tree);
        ArgumentNullException.ThrowIfNull(skill);
        return new(skill, tree.LeavesOf(skill.Path), tree.HistoryOf(skill.Path), rng);
    }

    /// <summary>The leaves without the skill itself.</summary>
    public IReadOnlyList<TreeNode> Subskills => [.. Leaves.Where(leaf => leaf.Path != Skill.Path)];

    /// <summary>An action that adds the same to each leaf.</summary>
    internal Exploit Each(Func<TreeNode, int> delta) => new(Leaves.ToDictionary(leaf => leaf.Path, delta));

    /// <summary>An action after which no leaf has an allocation.</summary>
    internal Exploit Zero() => Each(leaf => -leaf.Allocation);
}
