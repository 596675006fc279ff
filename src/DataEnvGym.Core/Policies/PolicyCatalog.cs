using DataEnvGym.Core.Agents;

namespace DataEnvGym.Core.Policies;

/// <summary>Makes the policy that a spec names.</summary>
public static class PolicyCatalog
{
    /// <summary>The policy of a spec.</summary>
    public static IPolicy Create(PolicySpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        return spec.Name switch
        {
            PolicyKind.Uniform => new UniformPolicy(),
            PolicyKind.ErrorProportional => new ErrorProportionalPolicy(spec.Exponent, spec.Floor),
            _ => throw new ArgumentOutOfRangeException(nameof(spec), spec.Name, "unknown policy"),
        };
    }
}

/// <summary>Every skill gets the same.</summary>
public sealed class UniformPolicy : IPolicy
{
    /// <inheritdoc/>
    public string Name => "uniform";

    /// <inheritdoc/>
    public IReadOnlyList<double> Weigh(IReadOnlyList<SkillStanding> standings) => [.. standings.Select(_ => 1.0)];
}

/// <summary>Weight = max(floor, 1 − accuracy) ^ exponent.</summary>
/// <param name="exponent">Above 1 favours the weakest more than in proportion.</param>
/// <param name="floor">Least error rate that a skill counts with, 0..1.</param>
public sealed class ErrorProportionalPolicy(double exponent, double floor) : IPolicy
{
    /// <inheritdoc/>
    public string Name => "error-proportional";

    /// <inheritdoc/>
    public IReadOnlyList<double> Weigh(IReadOnlyList<SkillStanding> standings) =>
        [.. standings.Select(standing => Math.Pow(Math.Max(floor, 1 - standing.Accuracy), exponent))];
}
