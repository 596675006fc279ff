using DataEnvGym.Core.Skills.Trees;

namespace DataEnvGym.Core.Policies.Trees;

/// <summary>Makes the tree policy that a spec names, and says what a spec leaves unsaid.</summary>
public static class TreePolicyCatalog
{
    /// <summary>The tree policy of a spec.</summary>
    public static ITreePolicy Create(TreeSpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        var explore = new Explore(spec.Subskills ?? 3, spec.ExamplesEach ?? 10);
        return spec.Policy switch
        {
            TreePolicyKind.Alternating => new AlternatingTreePolicy(explore, spec.MaxExamples ?? int.MaxValue),
            TreePolicyKind.FillBalanced => new FillBalancedTreePolicy(explore, MaxSubskills(spec), spec.Target ?? 400, Cap(spec)),
            TreePolicyKind.Threshold or TreePolicyKind.Teacher => new ThresholdTreePolicy(explore, spec.Threshold ?? 0.01, spec.Step ?? 10),
            TreePolicyKind.Random => new RandomTreePolicy(explore, Cap(spec), spec.MaxActive ?? 10),
            _ => throw new ArgumentOutOfRangeException(nameof(spec), spec.Policy, "unknown tree policy"),
        };
    }

    /// <summary>The highest allocation of a subskill, where a policy has a bound.</summary>
    public static int Cap(TreeSpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        return spec.Cap ?? 100;
    }

    /// <summary>Most nodes below a skill.</summary>
    public static int MaxSubskills(TreeSpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        return spec.MaxSubskills ?? 10;
    }

    /// <summary>The allocation of a skill before it has subskills.</summary>
    public static int FirstAllocation(TreeSpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        return spec.ExamplesEach ?? 10;
    }
}
