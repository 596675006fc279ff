using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Episodes;

namespace DataEnvGym.Core.Policies.Trees;

/// <summary>Which fields of a skill tree go together.</summary>
internal static class TreeRules
{
    /// <summary>The problems of a spec's tree, each as one sentence that begins with the field.</summary>
    public static IEnumerable<string> Check(EpisodeSpec spec)
    {
        var tree = spec.Agent.Tree;
        if (spec.Environment != EnvironmentKind.SkillTree)
        {
            return tree is null ? [] : [$"agent.tree: belongs to the environment \"skill-tree\", but environment is \"{Words.Of(spec.Environment)}\"; leave it out or change the environment."];
        }

        var problems = Parameters(tree ?? new());
        return (tree?.Share ?? default) == TreeShare.Allocation && spec.Agent.Policy != new PolicySpec()
            ? [.. problems, "agent.policy: has no say in a skill tree whose leaves share by allocation; leave it out, or set agent.tree.share to \"policy\"."]
            : problems;
    }

    private static IEnumerable<string> Parameters(TreeSpec tree)
    {
        (string Parameter, bool IsGiven, TreePolicyKind[] Owners)[] parameters =
        [
            ("maxExamples", tree.MaxExamples is not null, [TreePolicyKind.Alternating]),
            ("threshold", tree.Threshold is not null, [TreePolicyKind.Threshold, TreePolicyKind.Teacher]),
            ("step", tree.Step is not null, [TreePolicyKind.Threshold, TreePolicyKind.Teacher]),
            ("target", tree.Target is not null, [TreePolicyKind.FillBalanced]),
            ("cap", tree.Cap is not null, [TreePolicyKind.FillBalanced, TreePolicyKind.Random, TreePolicyKind.Teacher]),
            ("maxActive", tree.MaxActive is not null, [TreePolicyKind.Random]),
        ];
        return parameters.Where(parameter => parameter.IsGiven && !parameter.Owners.Contains(tree.Policy)).Select(parameter =>
            $"agent.tree.{parameter.Parameter}: belongs to {string.Join(" and ", parameter.Owners.Select(owner => $"\"{Words.Of(owner)}\""))}, but agent.tree.policy is \"{Words.Of(tree.Policy)}\"; leave it out or change the policy.");
    }
}
