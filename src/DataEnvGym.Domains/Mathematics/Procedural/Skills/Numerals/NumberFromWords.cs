using System.Text.RegularExpressions;
using DataEnvGym.Core;
using DataEnvGym.Domains.Procedural;

namespace DataEnvGym.Domains.Mathematics.Procedural.Skills;

internal sealed class NumberFromWords() : SkillOf<int>(
    "number-from-words",
    "Write a number that is given in words with digits: four thousand two hundred seven.",
    ["hundreds", "thousands with a zero", "thousands without a zero"],
    @"[a-z]+(?:[ -][a-z]+){1,5}")
{
    protected override int Draw(Rng rng, int level) => level == 1 ? rng.Between(100, 999) : rng.Between(1000, 9999);

    protected override int? Read(Match match) => NumberWords.Read(match.Value);

    protected override int LevelOf(int content) => content switch
    {
        < 100 or > 9999 => 0,
        < 1000 => 1,
        _ => $"{content}".Contains('0') ? 2 : 3,
    };

    protected override Written Write(int content)
    {
        int[] parts = [content / 1000 * 1000, content % 1000 / 100 * 100, content % 100];
        return new(NumberWords.Write(content), string.Join(',', parts.Where(p => p > 0)), $"{content}", $"{content}");
    }
}
