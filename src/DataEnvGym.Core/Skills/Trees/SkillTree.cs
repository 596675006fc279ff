using System.Text.Json.Serialization;

namespace DataEnvGym.Core.Skills.Trees;

/// <summary>
/// The skills of a task, their parts, and all that is known of them: what a skill-tree environment carries from one iteration to the next, as an artefact. A
/// change makes another tree.
/// </summary>
/// <param name="Iteration">The iteration that it was made for, 1-based; 0 for the empty tree.</param>
/// <param name="Nodes">Sorted by path, each below its parent, none twice.</param>
/// <param name="Assignments">Probe item → path of the deepest node that it asks for, for every item that has a skill.</param>
/// <param name="Wrong">Of these items, the ones that the student got wrong when it was examined last, sorted.</param>
/// <param name="History">What was done so far, oldest first.</param>
public sealed record SkillTree(
    int Iteration, IReadOnlyList<TreeNode> Nodes, IReadOnlyDictionary<string, string> Assignments, IReadOnlyList<string> Wrong, IReadOnlyList<TreeTurn> History)
{
    /// <summary>The tree before anything is known.</summary>
    public static SkillTree Empty { get; } = new(0, [], new Dictionary<string, string>(), [], []);

    /// <summary>The skills: the nodes that lie below no other.</summary>
    [JsonIgnore]
    public IEnumerable<TreeNode> Skills => Nodes.Where(node => TreePath.Parent(node.Path) is null);

    /// <summary>The nodes without children: the ones that get examples.</summary>
    [JsonIgnore]
    public IEnumerable<TreeNode> Leaves
    {
        get
        {
            var parents = Nodes.Select(node => TreePath.Parent(node.Path)).ToHashSet();
            return Nodes.Where(node => !parents.Contains(node.Path));
        }
    }

    /// <summary>The node of a path, if there is one.</summary>
    public TreeNode? Find(string path) => Nodes.FirstOrDefault(node => node.Path == path);

    /// <summary>The children of a node.</summary>
    public IReadOnlyList<TreeNode> ChildrenOf(string path) => [.. Nodes.Where(node => TreePath.Parent(node.Path) == path)];

    /// <summary>The leaves at a node and below it.</summary>
    public IReadOnlyList<TreeNode> LeavesOf(string path) => [.. Leaves.Where(leaf => TreePath.IsWithin(leaf.Path, path))];

    /// <summary>What was done at a skill so far, oldest first.</summary>
    public IReadOnlyList<TreeTurn> HistoryOf(string skill) => [.. History.Where(turn => turn.Skill == skill)];

    /// <summary>Items that a node has and none of its children.</summary>
    public IReadOnlyList<string> ItemsAt(string path) =>
        [.. Assignments.Where(pair => pair.Value == path).Select(pair => pair.Key).Order(StringComparer.Ordinal)];

    /// <summary>The tree with the standing of every node counted anew from assignments and wrong answers.</summary>
    public SkillTree Counted()
    {
        var wrong = Wrong.ToHashSet(StringComparer.Ordinal);
        return this with
        {
            Nodes = [.. Nodes.Select(node =>
            {
                var items = Assignments.Where(pair => TreePath.IsWithin(pair.Value, node.Path)).Select(pair => pair.Key).ToList();
                return node with { Items = items.Count, Correct = items.Count(item => !wrong.Contains(item)) };
            })],
        };
    }

    /// <summary>The tree with other nodes in place of those of the same path, and beside the rest.</summary>
    public SkillTree With(IEnumerable<TreeNode> nodes)
    {
        var byPath = new SortedDictionary<string, TreeNode>(Nodes.ToDictionary(node => node.Path), StringComparer.Ordinal);
        foreach (var node in nodes)
        {
            byPath[node.Path] = node;
        }

        return this with { Nodes = [.. byPath.Values] };
    }
}
