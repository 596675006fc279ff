using System.Text.RegularExpressions;
using DataEnvGym.Core;
using DataEnvGym.Domains.Procedural;
using static DataEnvGym.Domains.Procedural.PromptParts;

namespace DataEnvGym.Domains.Mathematics.Procedural.Skills;

internal sealed class AddFractions() : SkillOf<(int N1, int D1, int N2, int D2, char Sign)>(
    "add-fractions",
    "Add or subtract two fractions over the product of their denominators and give the numerator: 2/3+4/5=x/15.",
    ["adding, no carry", "adding with a carry", "subtracting"],
    @"([0-9])/([0-9])([+-])([0-9])/([0-9])=x/[0-9]{1,2}")
{
    protected override (int N1, int D1, int N2, int D2, char Sign) Draw(Rng rng, int level) =>
        (rng.Between(1, 9), rng.Between(2, 9), rng.Between(1, 9), rng.Between(2, 9), level == 3 ? '-' : '+');

    protected override (int N1, int D1, int N2, int D2, char Sign)? Read(Match match) =>
        (match.Number(1), match.Number(2), match.Number(4), match.Number(5), match.Text(3)[0]);

    protected override int LevelOf((int N1, int D1, int N2, int D2, char Sign) content)
    {
        var (n1, d1, n2, d2, sign) = content;
        if (n1 < 1 || n2 < 1 || d1 < 2 || d2 < 2 || d1 == d2 || (sign == '-' && n1 * d2 <= n2 * d1))
        {
            return 0;
        }

        return sign == '-' ? 3 : Columns.Carries(n1 * d2, n2 * d1) == 0 ? 1 : 2;
    }

    protected override Written Write((int N1, int D1, int N2, int D2, char Sign) content)
    {
        var (n1, d1, n2, d2, sign) = content;
        var (left, right) = (n1 * d2, n2 * d1);
        var inOrder = sign == '-' || (n1, d1).CompareTo((n2, d2)) < 0;
        return new(
            $"{n1}/{d1}{sign}{n2}/{d2}=x/{d1 * d2}",
            Steps($"{n1}*{d2}={left}", $"{n2}*{d1}={right}", sign == '+' ? Columns.Add(left, right) : Columns.Subtract(left, right)),
            $"{(sign == '+' ? left + right : left - right)}",
            inOrder ? $"{n1}/{d1}{sign}{n2}/{d2}" : $"{n2}/{d2}{sign}{n1}/{d1}");
    }
}
