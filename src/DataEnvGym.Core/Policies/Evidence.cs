using DataEnvGym.Core.Agents;

namespace DataEnvGym.Core.Policies;

/// <summary>What earlier iterations say of the worth of a skill's examples.</summary>
/// <param name="Examples">Examples trained on, discounted.</param>
/// <param name="Points">Points of accuracy (0..100) gained in the iterations that trained on them, losses as 0, discounted.</param>
internal readonly record struct Evidence(double Examples, double Points)
{
    /// <summary>Points gained per example; 0 without examples.</summary>
    public double Rate => Examples > 0 ? Points / Examples : 0;

    /// <summary>
    /// The evidence for each skill of a view. What is k iterations old counts discount ^ (k − 1) times, because the worth of examples changes as the student
    /// learns (Garivier and Moulines 2011). An iteration before or after which a skill was not examined says nothing of it.
    /// </summary>
    public static IReadOnlyList<Evidence> Of(PolicyView view, double discount) => [.. view.Skills.Select(skill => Of(view, skill, discount))];

    private static Evidence Of(PolicyView view, SkillStanding now, double discount)
    {
        var (examples, points, weight, after) = (0.0, 0.0, 1.0, now);
        foreach (var past in view.Past.Reverse())
        {
            var before = past.Skills.FirstOrDefault(standing => standing.Skill == now.Skill) ?? new(now.Skill, 0, 0);
            if (past.ExamplesOf(now.Skill) is > 0 and var count && before.IsKnown && after.IsKnown)
            {
                examples += weight * count;
                points += weight * Math.Max(0, 100 * (after.Accuracy - before.Accuracy));
            }

            (weight, after) = (weight * discount, before);
        }

        return new(examples, points);
    }
}
