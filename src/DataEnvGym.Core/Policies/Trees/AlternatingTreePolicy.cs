using DataEnvGym.Core.Skills.Trees;

namespace DataEnvGym.Core.Policies.Trees;

/// <summary>
/// Explores, then takes all allocations back, then explores again: what was found is taught once, in the iteration that found it. The rule of DataEnvGym
/// (arXiv 2410.06215) of the same name.
/// </summary>
/// <param name="explore">What exploring is.</param>
/// <param name="maxExamples">A skill for which so many examples were made gets none any more.</param>
public sealed class AlternatingTreePolicy(Explore explore, int maxExamples) : ITreePolicy
{
    /// <inheritdoc/>
    public string Name => "alternating";

    /// <inheritdoc/>
    public TreeDecision Decide(TreeView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return new(view.Skill.Examples >= maxExamples || view.History.LastOrDefault()?.Action is Explore ? view.Zero() : explore);
    }
}
