using System.Text.RegularExpressions;
using DataEnvGym.Core;
using DataEnvGym.Domains.Procedural;
using static DataEnvGym.Domains.Procedural.PromptParts;

namespace DataEnvGym.Domains.Mathematics.Procedural.Skills;

internal sealed class SortDigits() : SkillOf<SortDigits.Digits>(
    "sort-digits",
    "Write digits in rising order, each as often as it stands there: sort 73053.",
    ["four digits", "five digits", "six digits"],
    @"sort ([0-9]{4,6})")
{
    protected override Digits Draw(Rng rng, int level) => new(RandomText(rng, level + 3, '0', '9'));

    protected override Digits? Read(Match match) => new Digits(match.Text(1));

    protected override int LevelOf(Digits content) => content.Text.Length is var length and >= 4 and <= 6 ? length - 3 : 0;

    protected override Written Write(Digits content)
    {
        var sorted = string.Concat(content.Text.Order());
        return new($"sort {content.Text}", "", sorted, sorted);
    }

    internal readonly record struct Digits(string Text);
}
