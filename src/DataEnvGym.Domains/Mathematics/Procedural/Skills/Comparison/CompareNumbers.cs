using System.Text.RegularExpressions;
using DataEnvGym.Core;
using DataEnvGym.Domains.Procedural;
using static DataEnvGym.Domains.Procedural.PromptParts;

namespace DataEnvGym.Domains.Mathematics.Procedural.Skills;

internal sealed class CompareNumbers() : SkillOf<(int A, int B)>(
    "compare-numbers",
    "Say whether the first number is less, more or the same: cmp 347 352.",
    ["two-digit numbers", "three-digit numbers", "four-digit numbers"],
    @"cmp ([0-9]{2,4}) ([0-9]{2,4})")
{
    protected override (int A, int B) Draw(Rng rng, int level)
    {
        // Numbers drawn apart would almost always differ in their first digit: share a prefix of any length instead.
        var low = (int)Math.Pow(10, level);
        var a = rng.Between(low, (10 * low) - 1);
        var keep = (int)Math.Pow(10, rng.Next(level + 2));
        var b = (a / keep * keep) + rng.Next(keep);
        return (a, b < low ? b + low : b);
    }

    protected override (int A, int B)? Read(Match match) => (match.Number(1), match.Number(2));

    protected override int LevelOf((int A, int B) content)
    {
        var length = $"{content.A}".Length;
        return length == $"{content.B}".Length && length >= 2 ? length - 1 : 0;
    }

    protected override Written Write((int A, int B) content)
    {
        var (a, b) = content;
        var (low, high) = Ordered(a, b);
        return new($"cmp {a} {b}", Columns.Compare(a, b), a < b ? "less" : a > b ? "more" : "same", $"{low} {high}");
    }
}
