namespace DataEnvGym.Core.Policies;

/// <summary>A policy's decision. Weights and propensities are in the order of the skills, each at least 0; only their ratios count.</summary>
/// <param name="Weights">What the budget is shared out by; all 0 means equally.</param>
/// <param name="Propensities">
/// How probable it was, before anything was drawn, that a given example of the budget goes to the skill. The weights themselves where nothing is drawn.
/// </param>
public sealed record Allotment(IReadOnlyList<double> Weights, IReadOnlyList<double> Propensities)
{
    /// <summary>The decision of a policy that draws nothing.</summary>
    public Allotment(IEnumerable<double> weights)
        : this([.. weights], [])
    {
        Propensities = Weights;
    }

    /// <summary>Weights as shares that sum to 1; equal shares if all weights are 0.</summary>
    public static IReadOnlyList<double> Shares(IReadOnlyList<double> weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        var total = weights.Sum();
        return [.. weights.Select(weight => total > 0 ? weight / total : 1.0 / weights.Count)];
    }
}
