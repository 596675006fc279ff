using System.Text.RegularExpressions;
using DataEnvGym.Core;
using DataEnvGym.Domains.Procedural;
using static DataEnvGym.Domains.Procedural.PromptParts;

namespace DataEnvGym.Domains.Mathematics.Procedural.Skills;

internal sealed class RoundNumber() : SkillOf<(int N, int Unit)>(
    "round-number",
    "Round a four-digit number to tens or hundreds, halves upwards: round 3472 to 100.",
    ["to tens, without a carry", "to hundreds, without a carry", "with a carry through a 9"],
    @"round ([0-9]{4}) to (100?)")
{
    protected override (int N, int Unit) Draw(Rng rng, int level)
    {
        var unit = level switch { 1 => 10, 2 => 100, _ => rng.Next(2) == 0 ? 10 : 100 };
        return (rng.Between(1000, 9999), unit);
    }

    protected override (int N, int Unit)? Read(Match match) => (match.Number(1), match.Number(2));

    protected override int LevelOf((int N, int Unit) content)
    {
        var (n, unit) = content;
        return n < 1000 ? 0 : Decider(n, unit) >= 5 && n / unit % 10 == 9 ? 3 : unit == 10 ? 1 : 2;
    }

    protected override Written Write((int N, int Unit) content)
    {
        var (n, unit) = content;
        var kept = n / unit;
        var decider = Decider(n, unit);
        var up = decider >= 5;
        return new(
            $"round {n} to {unit}",
            up ? Steps($"{decider}>4", Columns.Add(kept, 1)) : $"{decider}<5",
            $"{(up ? kept + 1 : kept) * unit}",
            $"{n} {unit}");
    }

    // The digit after the last one that is kept.
    private static int Decider(int n, int unit) => n % unit * 10 / unit;
}
