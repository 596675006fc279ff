using DataEnvGym.Core.Agents;

namespace DataEnvGym.Core.Skills.Trees;

/// <summary>A skill or a part of one.</summary>
/// <param name="Path">Its path, such as <c>percent/whole-result</c>.</param>
/// <param name="Since">The iteration that added it, 1-based.</param>
/// <param name="Allocation">Examples that it is to get in an iteration: a rate, and a weight where budgets are shared. At least 0. Only leaves get examples.</param>
/// <param name="Examples">Examples that the student was trained on so far, at the node and below it.</param>
/// <param name="Items">Probe items at the node and below it; 0 if none was assigned to it, so that its accuracy is unknown.</param>
/// <param name="Correct">How many of them the student answered right when it was examined last.</param>
public sealed record TreeNode(string Path, int Since, int Allocation, int Examples = 0, int Items = 0, int Correct = 0)
{
    /// <summary>How the student does at it.</summary>
    public SkillStanding Standing => new(Path, Items, Correct);
}
