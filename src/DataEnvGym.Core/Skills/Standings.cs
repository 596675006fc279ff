using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Tasks;

namespace DataEnvGym.Core.Skills;

/// <summary>How a student stands at the skills of a taxonomy.</summary>
public static class Standings
{
    /// <summary>The standing per skill, sorted by name. Items without a label count nowhere.</summary>
    public static IReadOnlyList<SkillStanding> Of(Taxonomy taxonomy, IEnumerable<GradedAnswer> answers)
    {
        ArgumentNullException.ThrowIfNull(taxonomy);
        return [.. answers
            .GroupBy(answer => taxonomy.SkillOf(answer.ItemId), StringComparer.Ordinal)
            .Where(group => group.Key != Taxonomy.Unlabelled)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new SkillStanding(group.Key, group.Count(), group.Count(answer => answer.IsCorrect)))];
    }
}
