using DataEnvGym.Domains.Procedural;

namespace DataEnvGym.Teachers.Offline;

/// <summary>What a skill's name means to the offline teacher.</summary>
/// <param name="Skill">The skill.</param>
/// <param name="Level">The level that a subskill stands for, 1-based; none for the whole skill.</param>
internal sealed record Topic(ProceduralSkill Skill, int? Level)
{
    /// <summary>Finds a skill by its name or description, alone or as <c>skill/subskill</c> with the name of a level.</summary>
    /// <returns>Null if it knows no such skill or subskill.</returns>
    public static Topic? Find(string name)
    {
        if (SkillNamed(name) is { } whole)
        {
            return new Topic(whole, null);
        }

        var slash = name.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0 || SkillNamed(name[..slash]) is not { } skill)
        {
            return null;
        }

        var subskill = SkillName.Normalize(name[(slash + 1)..]);
        for (var level = 1; level <= skill.LevelNames.Count; level++)
        {
            if (SkillName.Normalize(skill.LevelNames[level - 1]) == subskill)
            {
                return new Topic(skill, level);
            }
        }

        return null;
    }

    private static ProceduralSkill? SkillNamed(string name)
    {
        var wanted = SkillName.Normalize(name);
        return ProceduralBenchmarks.All.SelectMany(benchmark => benchmark.Skills).FirstOrDefault(skill => wanted == SkillName.Normalize(skill.Name) || wanted == SkillName.Normalize(skill.Description));
    }
}
