using DataEnvGym.Core.Agents;

namespace DataEnvGym.Core.Skills.Trees;

/// <summary>One experience with a skill: how it stood, what was done, and what came of it.</summary>
/// <param name="Skill">The skill.</param>
/// <param name="Iteration">1-based.</param>
/// <param name="Before">The student's standing at the skill before.</param>
/// <param name="Action">What was decided.</param>
/// <param name="Propensity">How probable this kind of action was, 0..1, before anything was drawn; 1 for a rule that draws nothing.</param>
/// <param name="Added">Paths of the nodes that it added.</param>
/// <param name="Notes">What could not be done as decided, one sentence each.</param>
public sealed record TreeTurn(
    string Skill, int Iteration, SkillStanding Before, TreeAction Action, double Propensity, IReadOnlyList<string> Added, IReadOnlyList<string> Notes)
{
    /// <summary>What came of it; none before the student was examined again, and where it cannot be known.</summary>
    public Reward? Reward { get; init; }
}

/// <summary>Change of a skill's accuracy on the probe split from before an iteration to after it.</summary>
/// <param name="Value">Accuracy after − accuracy before, −1..1.</param>
/// <param name="StandardError">Its standard error.</param>
/// <param name="N">Probe items of the skill, examined both times.</param>
public sealed record Reward(double Value, double StandardError, int N)
{
    /// <summary>
    /// The change over the same items, with the standard error of a difference of paired shares, √(g + l − (g − l)²/n) / n (McNemar 1947). Unknown without items.
    /// </summary>
    /// <param name="gained">g: items answered right only after.</param>
    /// <param name="lost">l: items answered right only before.</param>
    /// <param name="n">Items examined both times.</param>
    public static Reward? Of(int gained, int lost, int n)
    {
        var change = (double)(gained - lost);
        return n == 0 ? null : new(change / n, Math.Sqrt(Math.Max(0, gained + lost - (change * change / n))) / n, n);
    }
}
