using System.Text.RegularExpressions;
using DataEnvGym.Core;
using DataEnvGym.Domains.Procedural;
using static DataEnvGym.Domains.Procedural.PromptParts;

namespace DataEnvGym.Domains.Mathematics.Procedural.Skills;

internal sealed class ShiftDate() : SkillOf<(int Month, int Day, char Sign, int Days)>(
    "shift-date",
    "Move a date of a common year by some days: Mar 14+23d.",
    ["within the month", "into the next month", "back into the month before"],
    @"([A-Z][a-z]{2}) ([0-9]{1,2})([+-])([0-9]{1,2})d")
{
    private static readonly string[] Names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    private static readonly int[] Lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

    protected override (int Month, int Day, char Sign, int Days) Draw(Rng rng, int level)
    {
        var month = rng.Next(12);
        return (month, rng.Between(1, Lengths[month]), level == 3 ? '-' : '+', rng.Between(2, 27));
    }

    protected override (int Month, int Day, char Sign, int Days)? Read(Match match) =>
        Array.IndexOf(Names, match.Text(1)) is var month and >= 0 ? (month, match.Number(2), match.Text(3)[0], match.Number(4)) : null;

    protected override int LevelOf((int Month, int Day, char Sign, int Days) content)
    {
        var (month, day, sign, days) = content;
        if (day < 1 || day > Lengths[month] || days is < 2 or > 27)
        {
            return 0;
        }

        return sign == '-' ? (day < days ? 3 : 0) : day + days <= Lengths[month] ? 1 : 2;
    }

    protected override Written Write((int Month, int Day, char Sign, int Days) content)
    {
        var (month, day, sign, days) = content;
        var prompt = $"{Names[month]} {day}{sign}{days}d";
        if (sign == '-')
        {
            var before = (month + 11) % 12;
            var far = day + Lengths[before];
            return new(
                prompt,
                Steps($"{day}<{days}", Length(before), Columns.Add(day, Lengths[before]), Columns.Subtract(far, days)),
                $"{Names[before]} {far - days}",
                prompt);
        }

        var sum = day + days;
        var over = sum > Lengths[month];
        return new(
            prompt,
            over
                ? Steps(Columns.Add(day, days), Length(month), $"{sum}>{Lengths[month]}", Columns.Subtract(sum, Lengths[month]))
                : Steps(Columns.Add(day, days), Length(month), sum == Lengths[month] ? $"{sum}={sum}" : $"{sum}<{Lengths[month]}"),
            over ? $"{Names[(month + 1) % 12]} {sum - Lengths[month]}" : $"{Names[month]} {sum}",
            prompt);
    }

    private static string Length(int month) => $"{Names[month]}={Lengths[month]}";
}
