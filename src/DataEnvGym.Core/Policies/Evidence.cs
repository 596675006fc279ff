using DataEnvGym.Core.Agents;

namespace DataEnvGym.Core.Policies;

/// <summary>What earlier iterations say of the worth of a skill's examples.</summary>
/// <param name="Examples">Examples trained on, discounted.</param>
/// <param name="Closed">Of the accuracy that was missing, the percentage that they gained, losses as 0; summed over iterations, discounted.</param>
/// <param name="Missing">The accuracy that is missing now, 0..1: the most that there is to gain.</param>
internal readonly record struct Evidence(double Examples, double Closed, double Missing)
{
    /// <summary>
    /// The evidence for each skill of a view. What is k iterations older than the last counts discount ^ k times, because the worth of examples changes as the
    /// student learns (Garivier and Moulines 2011). An iteration before or after which a skill was not examined, or before which nothing was missing, says
    /// nothing of it.
    /// </summary>
    public static IReadOnlyList<Evidence> Of(PolicyView view, double discount) =>
        [.. view.Skills.Zip(view.Accuracies(), (skill, accuracy) => Of(view.Past, skill, discount) with { Missing = 1 - accuracy })];

    private static Evidence Of(IReadOnlyList<PastIteration> iterations, SkillStanding now, double discount)
    {
        var (examples, closed, weight, after) = (0.0, 0.0, 1.0, now);
        foreach (var past in iterations.Reverse())
        {
            var before = past.Skills.FirstOrDefault(standing => standing.Skill == now.Skill) ?? new(now.Skill, 0, 0);
            if (past.ExamplesOf(now.Skill) is > 0 and var count && before.IsKnown && after.IsKnown && before.Accuracy < 1)
            {
                examples += weight * count;
                closed += weight * Math.Max(0, 100 * (after.Accuracy - before.Accuracy) / (1 - before.Accuracy));
            }

            (weight, after) = (weight * discount, before);
        }

        return new(examples, closed, 0);
    }
}
