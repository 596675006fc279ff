namespace DataEnvGym.Core.Policies;

/// <summary>
/// Weight = min(cap, max(0, target − examples so far)): all skills come to the target together, and a full one gets nothing until all are full; then all get
/// the same. The deficit rule of DataEnvGym (arXiv 2410.06215), over one budget.
/// </summary>
/// <param name="target">Examples with which a skill is full; at least 1.</param>
/// <param name="cap">The most that a skill may miss in one iteration; at least 1.</param>
public sealed class FillBalancedPolicy(int target, int cap) : IPolicy
{
    /// <inheritdoc/>
    public string Name => "fill-balanced";

    /// <inheritdoc/>
    public Allotment Weigh(PolicyView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return new(view.Skills.Select(skill => (double)Math.Min(cap, Math.Max(0, target - view.Past.Sum(past => past.ExamplesOf(skill.Skill))))));
    }
}
