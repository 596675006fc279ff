using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Policies.Trees;
using DataEnvGym.Core.Skills.Trees;

namespace DataEnvGym.Core.Tests.Skills;

/// <summary>Trees and views that tests start from. Leaves are written as path → allocation.</summary>
internal static class Trees
{
    public static SkillTree Of(params (string Path, int Allocation)[] nodes) =>
        SkillTree.Empty.With(nodes.Select(node => new TreeNode(node.Path, 1, node.Allocation))) with { Iteration = 1 };

    /// <summary>Items named by their path and a number; each path has as many right ones, then as many wrong ones.</summary>
    public static SkillTree WithItems(this SkillTree tree, params (string Path, int Right, int Wrong)[] items)
    {
        var all = items.SelectMany(row => Enumerable.Range(0, row.Right + row.Wrong).Select(i => (Id: $"{row.Path}-{i}", row.Path, IsWrong: i >= row.Right))).ToList();
        return (tree with
        {
            Assignments = TreeExamination.Sorted(all.Select(item => KeyValuePair.Create(item.Id, item.Path))),
            Wrong = [.. all.Where(item => item.IsWrong).Select(item => item.Id)],
        }).Counted();
    }

    public static TreeView View(IReadOnlyList<TreeTurn> history, params (string Path, int Allocation, int Examples)[] leaves) => new(
        new("skill", 1, 10, Examples: leaves.Sum(leaf => leaf.Examples)),
        [.. leaves.Select(leaf => new TreeNode(leaf.Path, 1, leaf.Allocation, leaf.Examples))], history, Rng.For(1, "test"));

    public static TreeTurn Turn(TreeAction action, Reward? reward = null, params string[] added) =>
        new("skill", 1, new SkillStanding("skill", 10, 5), action, 1, added, []) { Reward = reward };

    public static Exploit Deltas(params (string Path, int Delta)[] deltas) => new(deltas.ToDictionary(pair => pair.Path, pair => pair.Delta));

    public static List<(string Path, int Allocation)> Allocations(this SkillTree tree) => [.. tree.Leaves.Select(leaf => (leaf.Path, leaf.Allocation))];
}
