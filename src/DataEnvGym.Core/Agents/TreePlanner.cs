using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Policies;
using DataEnvGym.Core.Policies.Trees;
using DataEnvGym.Core.Skills.Trees;

namespace DataEnvGym.Core.Agents;

/// <summary>Turns a skill tree into a plan: decides what is done to it, and orders examples for its leaves. Pure.</summary>
public static class TreePlanner
{
    /// <summary>Skill → what the spec's tree policy does to it. A decision that is made elsewhere, such as by a teacher, takes this one's place.</summary>
    public static IReadOnlyDictionary<string, TreeDecision> Decide(EpisodeSpec spec, SkillTree tree)
    {
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentNullException.ThrowIfNull(tree);
        var policy = TreePolicyCatalog.Create(spec.Agent.Tree ?? new());
        return tree.Skills.ToDictionary(
            skill => skill.Path,
            skill => policy.Decide(TreeView.Of(tree, skill, Rng.For(spec.Seed, "tree", $"iteration-{tree.Iteration}", skill.Path))));
    }

    /// <summary>A plan whose orders are for leaves and sum to <paramref name="budget"/>.</summary>
    /// <param name="spec">The episode.</param>
    /// <param name="observation">What the agent sees.</param>
    /// <param name="tree">The tree after the iteration's actions; it has at least one skill.</param>
    /// <param name="budget">Examples to order; at least 1.</param>
    public static Plan Plan(EpisodeSpec spec, Observation observation, SkillTree tree, int budget)
    {
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentNullException.ThrowIfNull(observation);
        ArgumentNullException.ThrowIfNull(tree);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(budget);
        var settings = spec.Agent.Tree ?? new();
        var rng = Rng.For(spec.Seed, "policy", $"iteration-{tree.Iteration}");
        IReadOnlyList<IReadOnlyList<TreeNode>> groups = settings.Budget == TreeBudget.Shared
            ? [[.. tree.Leaves]]
            : [.. tree.Skills.Select(skill => tree.LeavesOf(skill.Path))];
        var allotments = groups.Select(leaves => Weigh(spec, observation, leaves, budget, rng)).ToList();
        double[] parts = [.. allotments.Select(allotment => allotment.Weights.Any(weight => weight > 0) ? 1.0 : 0)];
        var shares = Allotment.Shares(parts);
        var counts = Apportionment.LargestRemainder(budget, parts).Zip(allotments, (part, allotment) => Apportionment.LargestRemainder(part, allotment.Weights)).SelectMany(count => count);
        IReadOnlyList<TreeNode> all = [.. groups.SelectMany(leaves => leaves)];
        var name = Words.Of(settings.Policy) + (settings.Share == TreeShare.Policy ? $"/{Words.Of(spec.Agent.Policy.Name)}" : "");
        return new(tree.Iteration, name, Orders(spec, observation, tree, all.Zip(counts)), Shares(allotment => allotment.Weights))
        {
            Propensities = Shares(allotment => allotment.Propensities),
        };

        Dictionary<string, double> Shares(Func<Allotment, IReadOnlyList<double>> of) =>
            all.Zip(allotments.Zip(shares).SelectMany(pair => Allotment.Shares(of(pair.First)).Select(share => share * pair.Second)))
                .ToDictionary(pair => pair.First.Path, pair => pair.Second);
    }

    private static Allotment Weigh(EpisodeSpec spec, Observation observation, IReadOnlyList<TreeNode> leaves, int budget, Rng rng) =>
        spec.Agent.Tree is { Share: TreeShare.Policy }
            ? PolicyCatalog.Create(spec.Agent.Policy).Weigh(
                new(observation.Iteration, budget, [.. leaves.Select(leaf => leaf.Standing)], rng) { Past = observation.Past ?? [] })
            : new(leaves.Select(leaf => (double)leaf.Allocation));

    private static List<Order> Orders(EpisodeSpec spec, Observation observation, SkillTree tree, IEnumerable<(TreeNode Leaf, int Count)> counts)
    {
        var rng = Rng.For(spec.Seed, "plan", $"iteration-{tree.Iteration}");
        var errors = observation.Errors.Where(error => tree.Assignments.ContainsKey(error.ItemId)).ToLookup(error => tree.Assignments[error.ItemId], error => error.ItemId);
        var orders = new List<Order>();
        foreach (var (leaf, count) in counts)
        {
            var shown = Errors(leaf.Path, errors, spec.Agent.ErrorsPerOrder, rng);
            if (count > 0)
            {
                orders.Add(new($"order-{orders.Count + 1:000}", leaf.Path, count, shown));
            }
        }

        return orders;
    }

    // The leaf's own errors first. While there is room, those that lie above it: items of the skill that none of its parts could be found for.
    private static List<string> Errors(string leaf, ILookup<string, string> errors, int most, Rng rng)
    {
        var shown = new List<string>();
        for (var path = leaf; path is not null; path = TreePath.Parent(path))
        {
            shown.AddRange(rng.Sample([.. errors[path]], most - shown.Count));
        }

        return shown;
    }
}
