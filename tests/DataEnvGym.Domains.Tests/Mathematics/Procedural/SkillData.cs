using DataEnvGym.Core;
using DataEnvGym.Domains.Mathematics.Procedural;
using DataEnvGym.Domains.Procedural;

namespace DataEnvGym.Domains.Tests.Mathematics.Procedural;

/// <summary>Every skill by name, as theory data, and problems of it.</summary>
internal static class SkillData
{
    public static TheoryData<string> Names => new(ProceduralMath.Skills.Select(s => s.Name));

    public static IEnumerable<Problem> Problems(string skill, int perLevel)
    {
        for (var level = 1; level <= ProceduralSkill.Levels; level++)
        {
            var rng = Rng.For(11, skill, $"{level}");
            for (var i = 0; i < perLevel; i++)
            {
                yield return ProceduralMath.Find(skill).Generate(rng, level);
            }
        }
    }
}
