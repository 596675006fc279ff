using DataEnvGym.Core.Episodes;

namespace DataEnvGym.Core.Policies;

/// <summary>Parameters of a policy that do not go together.</summary>
internal static class PolicyRules
{
    private static readonly PolicySpec Defaults = new();

    /// <summary>The problems of a policy, each as one sentence that begins with the field.</summary>
    public static IEnumerable<string> Check(PolicySpec spec)
    {
        var parts = PolicyCatalog.Parts(spec).ToHashSet();
        foreach (var (parameter, owners) in Given(spec))
        {
            if (!owners.Any(parts.Contains))
            {
                yield return $"agent.policy.{parameter}: belongs to {string.Join(" and ", owners.Select(Quoted))}, but agent.policy.name is {Quoted(spec.Name)}; leave it out or change the name.";
            }
        }

        if (parts.Contains(PolicyKind.Learnability) && (spec.Low ?? 0.25) > (spec.High ?? 0.75))
        {
            yield return $"agent.policy.low: {spec.Low ?? 0.25} is above agent.policy.high, which is {spec.High ?? 0.75}; set it below.";
        }

        if (parts.Contains(PolicyKind.Oracle) && spec.Skills is not { Count: > 0 })
        {
            yield return "agent.policy.skills: \"oracle\" gives the budget to the skills that it is told; list at least one, such as [\"percent\"].";
        }

        var turns = new[] { (Parameter: "first", Kind: spec.First), (Parameter: "second", Kind: spec.Second) };
        foreach (var (parameter, _) in turns.Where(turn => spec.Name == PolicyKind.Alternating && turn.Kind == PolicyKind.Alternating))
        {
            yield return $"agent.policy.{parameter}: \"alternating\" cannot take turns with itself; name another policy.";
        }
    }

    // An exponent or a floor of the default value cannot be told from none, and does no harm.
    private static IEnumerable<(string Parameter, PolicyKind[] Owners)> Given(PolicySpec spec)
    {
        (string Parameter, bool IsGiven, PolicyKind[] Owners)[] parameters =
        [
            ("exponent", spec.Exponent != Defaults.Exponent, [PolicyKind.ErrorProportional, PolicyKind.Teacher]),
            ("floor", spec.Floor != Defaults.Floor, [PolicyKind.ErrorProportional, PolicyKind.Teacher]),
            ("threshold", spec.Threshold is not null, [PolicyKind.Threshold]),
            ("low", spec.Low is not null, [PolicyKind.Learnability]),
            ("high", spec.High is not null, [PolicyKind.Learnability]),
            ("first", spec.First is not null, [PolicyKind.Alternating]),
            ("second", spec.Second is not null, [PolicyKind.Alternating]),
            ("target", spec.Target is not null, [PolicyKind.FillBalanced]),
            ("cap", spec.Cap is not null, [PolicyKind.FillBalanced]),
            ("exploration", spec.Exploration is not null, [PolicyKind.Ucb1]),
            ("skills", spec.Skills is not null, [PolicyKind.Oracle]),
            ("discount", spec.Discount is not null, [PolicyKind.Ucb1, PolicyKind.Thompson]),
        ];
        return parameters.Where(parameter => parameter.IsGiven).Select(parameter => (parameter.Parameter, parameter.Owners));
    }

    private static string Quoted(PolicyKind kind) => $"\"{Words.Of(kind)}\"";
}
