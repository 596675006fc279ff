using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Policies;
using DataEnvGym.Core.Policies.Trees;
using DataEnvGym.Core.Skills.Trees;

namespace DataEnvGym.Core.Agents;

/// <summary>Turns a skill tree into a plan: decides what is done to it, and orders examples for its leaves. Pure.</summary>
public static class TreePlanner
{
    /// <summary>Skill → what is done to it.</summary>
    /// <param name="spec">The episode.</param>
    /// <param name="tree">The tree as it was examined.</param>
    /// <param name="advised">Skill → what a teacher advised; the spec's tree policy decides on the others.</param>
    public static IReadOnlyDictionary<string, TreeDecision> Decide(EpisodeSpec spec, SkillTree tree, IReadOnlyDictionary<string, TreeAction>? advised = null)
    {
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentNullException.ThrowIfNull(tree);
        var policy = TreePolicyCatalog.Create(spec.Agent.Tree ?? new());
        return tree.Skills.ToDictionary(
            skill => skill.Path,
            skill => advised?.GetValueOrDefault(skill.Path) is { } action ? new TreeDecision(action) : policy.Decide(TreeView.Of(tree, skill, Rng.For(spec.Seed, "tree", $"iteration-{tree.Iteration}", skill.Path))));
    }

    /// <summary>A plan whose orders are for leaves and sum to <paramref name="budget"/>.</summary>
    /// <param name="spec">The episode.</param>
    /// <param name="observation">What the agent sees.</param>
    /// <param name="tree">The tree after the iteration's actions; it has at least one skill.</param>
    /// <param name="budget">Examples to order; at least 1.</param>
    /// <param name="advice">What the teacher advised on sharing it between leaves, if it was asked.</param>
    public static Plan Plan(EpisodeSpec spec, Observation observation, SkillTree tree, int budget, Advice? advice = null)
    {
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentNullException.ThrowIfNull(observation);
        ArgumentNullException.ThrowIfNull(tree);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(budget);
        var settings = spec.Agent.Tree ?? new();
        List<TreeNode> leaves = [.. tree.Leaves];
        var allotment = Weigh(spec, observation, leaves, budget, advice);

        // Each group of leaves gets the same part of the budget, one without weight nothing.
        List<int[]> groups = [.. leaves.Index().GroupBy(pair => settings.Budget == TreeBudget.Shared ? "" : TreePath.Root(pair.Item.Path), pair => pair.Index).Select(group => group.ToArray())];
        double[] parts = [.. groups.Select(group => group.Any(i => allotment.Weights[i] > 0) ? 1.0 : 0)];
        var counts = new int[leaves.Count];
        foreach (var (group, part) in groups.Zip(Apportionment.LargestRemainder(budget, parts)))
        {
            foreach (var (i, count) in group.Zip(Apportionment.LargestRemainder(part, Of(allotment.Weights, group))))
            {
                counts[i] = count;
            }
        }

        var name = Words.Of(settings.Policy) + (settings.Share == TreeShare.Policy ? $"/{Words.Of(spec.Agent.Policy.Name)}" : "");
        return new(tree.Iteration, name, Orders(spec, observation, tree, leaves.Zip(counts)), Shares(allotment.Weights))
        {
            Propensities = Shares(allotment.Propensities),
            Advice = advice,
        };

        Dictionary<string, double> Shares(IReadOnlyList<double> weights) => groups
            .Zip(Allotment.Shares(parts), (group, part) => group.Zip(Allotment.Shares(Of(weights, group)), (i, share) => (i, Share: part * share)))
            .SelectMany(group => group)
            .OrderBy(pair => pair.i)
            .ToDictionary(pair => leaves[pair.i].Path, pair => pair.Share);

        static double[] Of(IReadOnlyList<double> weights, int[] group) => [.. group.Select(i => weights[i])];
    }

    private static Allotment Weigh(EpisodeSpec spec, Observation observation, IReadOnlyList<TreeNode> leaves, int budget, Advice? advice)
    {
        if (spec.Agent.Tree is not { Share: TreeShare.Policy })
        {
            return new(leaves.Select(leaf => (double)leaf.Allocation));
        }

        var rng = Rng.For(spec.Seed, "policy", $"iteration-{observation.Iteration}");
        return PolicyCatalog.Create(spec.Agent.Policy).Weigh(
            new(observation.Iteration, budget, [.. leaves.Select(leaf => leaf.Standing)], rng) { Past = observation.Past ?? [], Advice = advice });
    }

    private static List<Order> Orders(EpisodeSpec spec, Observation observation, SkillTree tree, IEnumerable<(TreeNode Leaf, int Count)> counts)
    {
        var rng = Rng.For(spec.Seed, "plan", $"iteration-{tree.Iteration}");
        var errors = observation.Errors.Where(error => tree.Assignments.ContainsKey(error.ItemId)).ToLookup(error => tree.Assignments[error.ItemId]);
        var sample = Planner.SampleOf(spec);
        var orders = new List<Order>();
        foreach (var (leaf, count) in counts)
        {
            var shown = sample.Draw(Above(leaf.Path).Select(path => (IReadOnlyList<StudentError>)[.. errors[path]]), rng);
            if (count > 0)
            {
                orders.Add(new($"order-{orders.Count + 1:000}", leaf.Path, count, shown));
            }
        }

        return orders;
    }

    // The leaf's own errors first. While there is room, those that lie above it: items of the skill that none of its parts could be found for.
    private static IEnumerable<string> Above(string leaf)
    {
        for (var path = leaf; path is not null; path = TreePath.Parent(path))
        {
            yield return path;
        }
    }
}
