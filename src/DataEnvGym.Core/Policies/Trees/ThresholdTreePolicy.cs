using DataEnvGym.Core.Skills.Trees;

namespace DataEnvGym.Core.Policies.Trees;

/// <summary>
/// Gives every leaf of a skill more while that helps, and explores otherwise, also while it is not known. The rule that DataEnvGym (arXiv 2410.06215) calls
/// configurable.
/// </summary>
/// <param name="explore">What exploring is.</param>
/// <param name="threshold">A reward above it is help, −1..1.</param>
/// <param name="step">What is added to each allocation.</param>
public sealed class ThresholdTreePolicy(Explore explore, double threshold, int step) : ITreePolicy
{
    /// <inheritdoc/>
    public string Name => "threshold";

    /// <inheritdoc/>
    public TreeDecision Decide(TreeView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return new(view.History.LastOrDefault()?.Reward is { } reward && reward.Value > threshold ? view.Each(_ => step) : explore);
    }
}
