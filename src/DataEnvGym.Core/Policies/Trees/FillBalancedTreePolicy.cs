using DataEnvGym.Core.Skills.Trees;

namespace DataEnvGym.Core.Policies.Trees;

/// <summary>
/// Alternates until a skill has enough subskills, or the teacher knows no more of them. Then each is moved to what it still misses: by
/// min(deficit, cap − current), where deficit = target − (made so far + current); a finished one by −current. The rule of DataEnvGym (arXiv 2410.06215) of the
/// same name.
/// </summary>
/// <param name="explore">What exploring is.</param>
/// <param name="subskills">Enough subskills; at least 1.</param>
/// <param name="target">Examples with which a subskill is finished; at least 1.</param>
/// <param name="cap">The highest allocation; at least 1.</param>
public sealed class FillBalancedTreePolicy(Explore explore, int subskills, int target, int cap) : ITreePolicy
{
    /// <inheritdoc/>
    public string Name => "fill-balanced";

    /// <inheritdoc/>
    public TreeDecision Decide(TreeView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        if (HasEnough(view))
        {
            return new(view.Each(Delta));
        }

        return new(view.History.LastOrDefault() is { Action: Explore, Added.Count: > 0 } ? view.Zero() : explore);
    }

    private bool HasEnough(TreeView view) =>
        view.Subskills.Count >= subskills
        || (view.Subskills.Count > 0 && view.History.LastOrDefault(turn => turn.Action is Explore) is { Added.Count: 0 });

    private int Delta(TreeNode leaf) => leaf.Examples >= target
        ? -leaf.Allocation
        : (int)Math.Max(-leaf.Allocation, Math.Min(target - ((long)leaf.Examples + leaf.Allocation), (long)cap - leaf.Allocation));
}
