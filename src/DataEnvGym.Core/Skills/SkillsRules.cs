using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Episodes;

namespace DataEnvGym.Core.Skills;

/// <summary>Which fields of <c>skills</c> go together, and with what.</summary>
internal static class SkillsRules
{
    /// <summary>What is wrong with the skills of a spec.</summary>
    public static IEnumerable<string> Check(EpisodeSpec spec)
    {
        if (spec.Skills is not { } skills)
        {
            yield break;
        }

        if (spec.Environment == EnvironmentKind.OpenEnded)
        {
            yield return "skills: \"open-ended\" has no skills; leave it out, or set environment to \"skill-list\".";
        }

        if (skills.Source == SkillSource.File && string.IsNullOrWhiteSpace(skills.File))
        {
            yield return "skills.file: the source \"file\" needs one; set it to a taxonomy, such as `dataenvgym skills export RUN skills.json` writes.";
        }

        if (skills.Source != SkillSource.File && skills.File is not null)
        {
            yield return $"skills.file: \"{skills.File}\" would not be read with the source \"{Words.Of(skills.Source)}\"; leave it out, or set skills.source to \"file\".";
        }

        if (skills.Source != SkillSource.Discovered && skills.Count is { } count)
        {
            yield return $"skills.count: {count} says how many skills to discover, and with the source \"{Words.Of(skills.Source)}\" none are; leave it out.";
        }

        if (skills.Source == SkillSource.Gold && spec.Task.Name == "gsm8k")
        {
            yield return "skills.source: gsm8k names no skills of its own; set it to \"discovered\".";
        }
    }
}
