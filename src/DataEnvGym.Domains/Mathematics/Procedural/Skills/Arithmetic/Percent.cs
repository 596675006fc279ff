using System.Text.RegularExpressions;
using DataEnvGym.Core;
using DataEnvGym.Domains.Procedural;
using static DataEnvGym.Domains.Procedural.PromptParts;

namespace DataEnvGym.Domains.Mathematics.Procedural.Skills;

internal sealed class Percent() : SkillOf<(int Tens, int Base, bool Discount)>(
    "percent",
    "Find a percentage, or the price after a discount: 30% of 470, 470-30%.",
    ["percentage of a multiple of ten", "percentage of any number", "price after a discount"],
    @"(?:([1-9])0% of ([0-9]{3})|([0-9]{3})-([1-9])0%)")
{
    protected override (int Tens, int Base, bool Discount) Draw(Rng rng, int level) =>
        (rng.Between(1, 9), level == 2 ? rng.Between(101, 999) : 10 * rng.Between(11, 99), level == 3);

    protected override (int Tens, int Base, bool Discount)? Read(Match match) => match.Groups[1].Success
        ? (match.Number(1), match.Number(2), false)
        : (match.Number(4), match.Number(3), true);

    protected override int LevelOf((int Tens, int Base, bool Discount) content)
    {
        var (tens, whole, discount) = content;
        var round = whole % 10 == 0;
        return tens < 1 || whole <= 100 || (discount && !round) ? 0 : discount ? 3 : round ? 1 : 2;
    }

    protected override Written Write((int Tens, int Base, bool Discount) content)
    {
        var (tens, whole, discount) = content;
        var tenTimesPart = whole * tens;
        var part = tenTimesPart / 10;
        if (discount)
        {
            return new(
                $"{whole}-{tens}0%",
                Steps($"10%={whole / 10}", Columns.Multiply(whole / 10, tens), $"{part}", Columns.Subtract(whole, part)),
                $"{whole - part}",
                $"{whole}-{tens}0%");
        }

        var tenth = whole % 10 == 0 ? $"{whole / 10}" : $"{whole / 10}.{whole % 10}";
        return new(
            $"{tens}0% of {whole}",
            Steps($"10%={tenth}", Columns.Multiply(whole % 10 == 0 ? whole / 10 : whole, tens)),
            tenTimesPart % 10 == 0 ? $"{part}" : $"{part}.{tenTimesPart % 10}",
            $"{tens}0% of {whole}");
    }
}
