using DataEnvGym.Core.Agents;

namespace DataEnvGym.Core.Policies;

/// <summary>What a policy knows when it decides.</summary>
/// <param name="Iteration">1-based: the iteration that is being planned.</param>
/// <param name="Budget">Examples to share out; at least 1.</param>
/// <param name="Skills">The student's standing per skill; at least one.</param>
/// <param name="Rng">A stream for this policy and iteration alone.</param>
public sealed record PolicyView(int Iteration, int Budget, IReadOnlyList<SkillStanding> Skills, Rng Rng)
{
    /// <summary>Earlier iterations, oldest first; empty for a policy that does not look back, and in the first iteration.</summary>
    public IReadOnlyList<PastIteration> Past { get; init; } = [];

    /// <summary>What the teacher advised; none if it was not asked, or gave no advice that can be used.</summary>
    public Advice? Advice { get; init; }

    /// <summary>
    /// Accuracy per skill, 0..1, in the order of <see cref="Skills"/>. A skill without items was not examined: its accuracy is unknown, and it counts
    /// as an average skill, with the share of all items answered right; with 0.5 if nothing was examined at all.
    /// </summary>
    public IReadOnlyList<double> Accuracies()
    {
        var (items, correct) = (Skills.Sum(skill => (long)skill.Items), Skills.Sum(skill => (long)skill.Correct));
        var average = items > 0 ? (double)correct / items : 0.5;
        return [.. Skills.Select(skill => skill.IsKnown ? skill.Accuracy : average)];
    }
}
