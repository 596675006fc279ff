using System.Text.RegularExpressions;
using DataEnvGym.Core;
using DataEnvGym.Domains.Procedural;

namespace DataEnvGym.Domains.Mathematics.Procedural.Skills;

internal sealed class RomanNumeral() : SkillOf<int>(
    "roman-numeral",
    "Write a number as a Roman numeral: roman 347.",
    ["up to 999, without 4 and 9", "up to 999, with a 4 or 9", "thousands"],
    @"roman ([0-9]{1,4})")
{
    private static readonly string[] Marks = ["IVX", "XLC", "CDM", "M"];

    protected override int Draw(Rng rng, int level) => level == 3 ? rng.Between(1000, 3999) : rng.Between(1, 999);

    protected override int? Read(Match match) => match.Number(1);

    protected override int LevelOf(int content) => content switch
    {
        < 1 or > 3999 => 0,
        >= 1000 => 3,
        _ => $"{content}".Any(c => c is '4' or '9') ? 2 : 1,
    };

    protected override Written Write(int content)
    {
        var digits = $"{content}";
        var parts = digits
            .Select((c, i) => (Value: c + new string('0', digits.Length - i - 1), Numeral: Numeral(c - '0', Marks[digits.Length - i - 1])))
            .Where(part => part.Numeral.Length > 0)
            .ToList();
        return new($"roman {content}", string.Join(',', parts.Select(p => $"{p.Value}={p.Numeral}")), string.Concat(parts.Select(p => p.Numeral)), digits);
    }

    private static string Numeral(int digit, string marks) => digit switch
    {
        < 4 => new string(marks[0], digit),
        4 => $"{marks[0]}{marks[1]}",
        < 9 => marks[1] + new string(marks[0], digit - 5),
        _ => $"{marks[0]}{marks[2]}",
    };
}
