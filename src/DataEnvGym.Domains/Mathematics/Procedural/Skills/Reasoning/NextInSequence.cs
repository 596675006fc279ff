using System.Text.RegularExpressions;
using DataEnvGym.Core;
using DataEnvGym.Domains.Procedural;
using static DataEnvGym.Domains.Procedural.PromptParts;

namespace DataEnvGym.Domains.Mathematics.Procedural.Skills;

internal sealed class NextInSequence() : SkillOf<(int Start, int Step)>(
    "next-in-sequence",
    "Continue a sequence that rises or falls evenly: next 317 324 331.",
    ["rising, last step without a carry", "rising, last step with a carry", "falling"],
    @"next ([0-9]{3}) ([0-9]{3}) ([0-9]{3})")
{
    protected override (int Start, int Step) Draw(Rng rng, int level) =>
        (rng.Between(100, 999), level == 3 ? -rng.Between(2, 9) : rng.Between(2, 9));

    protected override (int Start, int Step)? Read(Match match)
    {
        var (a, b, c) = (match.Number(1), match.Number(2), match.Number(3));
        return c - b == b - a ? (a, b - a) : null;
    }

    protected override int LevelOf((int Start, int Step) content)
    {
        var (start, step) = content;
        var last = start + (2 * step);
        if (int.Abs(step) is < 2 or > 9 || start is < 100 or > 999 || last + step is < 100 or > 999)
        {
            return 0;
        }

        return step < 0 ? 3 : Columns.Carries(last, step) == 0 ? 1 : 2;
    }

    protected override Written Write((int Start, int Step) content)
    {
        var (start, step) = content;
        var (second, last) = (start + step, start + (2 * step));

        // The step is a single digit, so the last digits of two neighbours tell it.
        var difference = step > 0
            ? Steps("up", UnitDifference(second, start), Columns.Add(last, step))
            : Steps("down", UnitDifference(start, second), Columns.Subtract(last, -step));
        return new($"next {start} {second} {last}", difference, $"{last + step}", $"{start}{step:+0;-0}");
    }

    private static string UnitDifference(int larger, int smaller)
    {
        var (x, y) = (larger % 10, smaller % 10);
        return x < y ? $"{x}-{y}={x - y + 10}b" : $"{x}-{y}={x - y}";
    }
}
