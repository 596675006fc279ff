using DataEnvGym.Core.Skills.Trees;

namespace DataEnvGym.Core.Episodes.Reports;

/// <summary>What became of the skill tree.</summary>
/// <param name="Nodes">The tree at the end, sorted by path.</param>
/// <param name="Actions">What was done to it, oldest first.</param>
public sealed record ReportTree(IReadOnlyList<ReportTreeNode> Nodes, IReadOnlyList<ReportTreeAction> Actions);

/// <summary>A node of the tree at the end.</summary>
/// <param name="Path">Its path.</param>
/// <param name="Since">The iteration that added it.</param>
/// <param name="Allocation">Its allocation at the end; only a leaf's counts.</param>
/// <param name="Examples">Examples trained on at it and below it.</param>
public sealed record ReportTreeNode(string Path, int Since, int Allocation, int Examples)
{
    /// <summary>Base against chosen checkpoint on its probe items; none if it has none.</summary>
    public BeforeAfter? Probe { get; init; }
}

/// <summary>What was done to a skill.</summary>
/// <param name="Iteration">1-based.</param>
/// <param name="Skill">The skill.</param>
/// <param name="Action"><c>explore</c> or <c>exploit</c>.</param>
/// <param name="Propensity">How probable this kind of action was, before anything was drawn.</param>
/// <param name="Outcome">What it did, in words.</param>
/// <param name="Added">Paths that it added.</param>
/// <param name="Notes">What could not be done as decided.</param>
public sealed record ReportTreeAction(
    int Iteration, string Skill, string Action, double Propensity, string Outcome, IReadOnlyList<string> Added, IReadOnlyList<string> Notes)
{
    /// <summary>Why, in the words of a teacher that decided.</summary>
    public string? Reason { get; init; }

    /// <summary>Change of the skill's accuracy on the probe split over the iteration; none if it is not known.</summary>
    public Reward? Reward { get; init; }
}
