namespace DataEnvGym.Core.Agents;

/// <summary>What an agent decided to teach in one iteration.</summary>
/// <param name="Iteration">1-based.</param>
/// <param name="Policy">The policy that made it.</param>
/// <param name="Orders">Their counts sum to the granted budget.</param>
/// <param name="Weights">Skill → the share in 0..1 that the policy gave it; empty without skills.</param>
public sealed record Plan(int Iteration, string Policy, IReadOnlyList<Order> Orders, IReadOnlyDictionary<string, double> Weights)
{
    /// <summary>Sum of the orders' counts.</summary>
    public int Total => Orders.Sum(order => order.Count);
}
