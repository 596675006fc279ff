using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Policies.Trees;

namespace DataEnvGym.Core.Policies;

/// <summary>Makes the policy that a spec names.</summary>
public static class PolicyCatalog
{
    /// <summary>The policy of a spec.</summary>
    public static IPolicy Create(PolicySpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        return spec.Name == PolicyKind.Alternating
            ? new AlternatingPolicy(Single(spec, First(spec)), Single(spec, Second(spec)))
            : Single(spec, spec.Name);
    }

    /// <summary>
    /// Whether an episode's policy needs the earlier iterations. Only then are they part of an observation, so that the steps of all other episodes are
    /// recorded as they always were.
    /// </summary>
    public static bool LooksBack(EpisodeSpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        return spec.Agent.Kind == AgentKind.Teacher && Decides(spec)
            && Parts(spec.Agent.Policy).Any(kind => kind is PolicyKind.FillBalanced or PolicyKind.Ucb1 or PolicyKind.Thompson or PolicyKind.Teacher);
    }

    /// <summary>Whether an episode's policy wants a teacher's advice in an iteration.</summary>
    /// <param name="spec">The policy.</param>
    /// <param name="iteration">1-based.</param>
    public static bool WantsAdvice(PolicySpec spec, int iteration)
    {
        ArgumentNullException.ThrowIfNull(spec);
        var kind = spec.Name != PolicyKind.Alternating ? spec.Name : AlternatingPolicy.IsFirst(iteration) ? First(spec) : Second(spec);
        return kind == PolicyKind.Teacher;
    }

    /// <summary>Whether an episode's policy shares the budget out.</summary>
    public static bool Decides(EpisodeSpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        return spec.Environment == EnvironmentKind.SkillList || spec is { Environment: EnvironmentKind.SkillTree, Agent.Tree.Share: TreeShare.Policy };
    }

    /// <summary>The policies that a spec takes part in: itself, and those that it alternates between.</summary>
    internal static IEnumerable<PolicyKind> Parts(PolicySpec spec) =>
        spec.Name == PolicyKind.Alternating ? [spec.Name, First(spec), Second(spec)] : [spec.Name];

    private static PolicyKind First(PolicySpec spec) => spec.First ?? PolicyKind.Uniform;

    private static PolicyKind Second(PolicySpec spec) => spec.Second ?? PolicyKind.ErrorProportional;

    private static IPolicy Single(PolicySpec spec, PolicyKind kind) => kind switch
    {
        PolicyKind.Uniform => new UniformPolicy(),
        PolicyKind.ErrorProportional => new ErrorProportionalPolicy(spec.Exponent, spec.Floor),
        PolicyKind.Threshold => new ThresholdPolicy(spec.Threshold ?? 0.8),
        PolicyKind.Learnability => new LearnabilityPolicy(spec.Low ?? 0.25, spec.High ?? 0.75),
        PolicyKind.Random => new RandomPolicy(),
        PolicyKind.FillBalanced => new FillBalancedPolicy(spec.Target ?? 400, spec.Cap ?? int.MaxValue),
        PolicyKind.Ucb1 => new Ucb1Policy(spec.Exploration ?? 1, spec.Discount ?? 0.5),
        PolicyKind.Teacher => new TeacherPolicy(new ErrorProportionalPolicy(spec.Exponent, spec.Floor)),
        PolicyKind.Oracle => new OraclePolicy(spec.Skills ?? []),
        PolicyKind.Thompson => new ThompsonPolicy(spec.Discount ?? 0.5),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "unknown policy"),
    };
}
