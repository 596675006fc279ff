using DataEnvGym.Core.Policies;

namespace DataEnvGym.Core.Agents;

/// <summary>What an agent decided to teach in one iteration.</summary>
/// <param name="Iteration">1-based.</param>
/// <param name="Policy">The policy that made it.</param>
/// <param name="Orders">Their counts sum to the granted budget.</param>
/// <param name="Weights">Skill → the share in 0..1 that the policy gave it; empty without skills.</param>
public sealed record Plan(int Iteration, string Policy, IReadOnlyList<Order> Orders, IReadOnlyDictionary<string, double> Weights)
{
    /// <summary>
    /// Skill → how probable it was, before anything was drawn, that a given example of the budget goes to it; the same as <see cref="Weights"/> for a policy
    /// that draws nothing. Sums to 1. None in a plan without skills and in one of an older program.
    /// </summary>
    public IReadOnlyDictionary<string, double>? Propensities { get; init; }

    /// <summary>What the teacher advised; only of a policy that asks it.</summary>
    public Advice? Advice { get; init; }

    /// <summary>Sum of the orders' counts.</summary>
    public int Total => Orders.Sum(order => order.Count);
}
