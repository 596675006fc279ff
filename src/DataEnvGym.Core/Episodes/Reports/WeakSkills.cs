using DataEnvGym.Core.Agents;

namespace DataEnvGym.Core.Episodes.Reports;

/// <summary>
/// Which skills were weak at the start: those whose share right on <c>select</c> is below half of what the best skills reach, the best being the
/// top quarter (rounded up) and their mean the yardstick. <c>select</c> decides so that the sealed answers, from which the gain is computed, have no say.
/// </summary>
public static class WeakSkills
{
    /// <summary>Names of the weak skills among <paramref name="standings"/>.</summary>
    public static IReadOnlySet<string> Find(IReadOnlyList<SkillStanding> standings)
    {
        ArgumentNullException.ThrowIfNull(standings);
        if (standings.Count == 0)
        {
            return new HashSet<string>();
        }

        var best = standings.Select(standing => standing.Accuracy).OrderDescending().Take((standings.Count + 3) / 4).Average();
        return standings.Where(standing => standing.Accuracy < best / 2).Select(standing => standing.Skill).ToHashSet(StringComparer.Ordinal);
    }
}
