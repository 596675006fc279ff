using System.Text.RegularExpressions;
using DataEnvGym.Core;
using DataEnvGym.Domains.Procedural;
using static DataEnvGym.Domains.Procedural.PromptParts;

namespace DataEnvGym.Domains.Mathematics.Procedural.Skills;

internal sealed class OrderOfOperations() : SkillOf<(int A, int B, int C, char Sign, bool ProductFirst)>(
    "order-of-operations",
    "Work out a product before a sum or difference: 17+6*7.",
    ["product plus a number, no carry", "product plus a number, with a carry", "number minus a product"],
    @"(?:([0-9]{2})([+-])([0-9])\*([0-9])|([0-9])\*([0-9])\+([0-9]{2}))")
{
    protected override (int A, int B, int C, char Sign, bool ProductFirst) Draw(Rng rng, int level) =>
        (rng.Between(10, 99), rng.Between(2, 9), rng.Between(2, 9), level == 3 ? '-' : '+', level < 3 && rng.Next(2) == 0);

    protected override (int A, int B, int C, char Sign, bool ProductFirst)? Read(Match match) => match.Groups[1].Success
        ? (match.Number(1), match.Number(3), match.Number(4), match.Text(2)[0], false)
        : (match.Number(7), match.Number(5), match.Number(6), '+', true);

    protected override int LevelOf((int A, int B, int C, char Sign, bool ProductFirst) content)
    {
        var (a, b, c, sign, _) = content;
        if (a < 10 || b < 2 || c < 2 || (sign == '-' && a < b * c))
        {
            return 0;
        }

        return sign == '-' ? 3 : Columns.Carries(a, b * c) == 0 ? 1 : 2;
    }

    protected override Written Write((int A, int B, int C, char Sign, bool ProductFirst) content)
    {
        var (a, b, c, sign, productFirst) = content;
        var product = b * c;
        var (low, high) = Ordered(b, c);
        return new(
            productFirst ? $"{b}*{c}+{a}" : $"{a}{sign}{b}*{c}",
            Steps($"{b}*{c}={product}", sign == '+' ? Columns.Add(a, product) : Columns.Subtract(a, product)),
            $"{(sign == '+' ? a + product : a - product)}",
            $"{a}{sign}{low}*{high}");
    }
}
