using System.Text.RegularExpressions;
using DataEnvGym.Core;
using DataEnvGym.Domains.Procedural;
using static DataEnvGym.Domains.Procedural.PromptParts;

namespace DataEnvGym.Domains.Mathematics.Procedural.Skills;

internal sealed class ShiftWeekday() : SkillOf<(int Day, char Sign, int Days)>(
    "shift-weekday",
    "Count days forwards or backwards from a weekday: Tue+347d.",
    ["up to 199 days later", "200 to 999 days later", "days earlier"],
    @"([A-Z][a-z]{2})([+-])([0-9]{2,3})d")
{
    private static readonly string[] Names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

    protected override (int Day, char Sign, int Days) Draw(Rng rng, int level) => (
        rng.Next(7),
        level == 3 ? '-' : '+',
        level switch { 1 => rng.Between(10, 199), 2 => rng.Between(200, 999), _ => rng.Between(10, 999) });

    protected override (int Day, char Sign, int Days)? Read(Match match) =>
        Array.IndexOf(Names, match.Text(1)) is var day and >= 0 ? (day, match.Text(2)[0], match.Number(3)) : null;

    protected override int LevelOf((int Day, char Sign, int Days) content) =>
        content.Days < 10 ? 0 : content.Sign == '-' ? 3 : content.Days < 200 ? 1 : 2;

    protected override Written Write((int Day, char Sign, int Days) content)
    {
        var (day, sign, days) = content;
        var step = sign == '-' ? 6 : 1;
        var hops = Enumerable.Range(1, days % 7).Select(i => $"{i}{Names[(day + (i * step)) % 7]}");
        var prompt = $"{Names[day]}{sign}{days}d";
        return new(prompt, Steps([Columns.Remainders(days, 7), .. hops]), Names[(day + (days % 7 * step)) % 7], prompt);
    }
}
