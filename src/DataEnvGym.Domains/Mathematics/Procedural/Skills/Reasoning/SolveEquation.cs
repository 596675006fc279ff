using System.Text.RegularExpressions;
using DataEnvGym.Core;
using DataEnvGym.Domains.Procedural;
using static DataEnvGym.Domains.Procedural.PromptParts;

namespace DataEnvGym.Domains.Mathematics.Procedural.Skills;

internal sealed class SolveEquation() : SkillOf<(int K, int X, char Sign, int B)>(
    "solve-equation",
    "Solve an equation for x: 7x+12=61.",
    ["adding one digit", "adding two digits", "subtracting"],
    @"([0-9])x([+-])([0-9]{1,2})=([0-9]{1,3})")
{
    protected override (int K, int X, char Sign, int B) Draw(Rng rng, int level) => (
        rng.Between(2, 9),
        rng.Between(2, 9),
        level == 3 ? '-' : '+',
        level switch { 1 => rng.Between(1, 9), 2 => rng.Between(10, 99), _ => rng.Between(1, 80) });

    protected override (int K, int X, char Sign, int B)? Read(Match match)
    {
        var (k, sign, b, result) = (match.Number(1), match.Text(2)[0], match.Number(3), match.Number(4));
        var product = sign == '+' ? result - b : result + b;
        return k > 0 && product % k == 0 ? (k, product / k, sign, b) : null;
    }

    protected override int LevelOf((int K, int X, char Sign, int B) content)
    {
        var (k, x, sign, b) = content;
        if (k is < 2 or > 9 || x is < 2 or > 9 || b < 1 || (sign == '-' && b >= k * x))
        {
            return 0;
        }

        return sign == '-' ? 3 : b < 10 ? 1 : 2;
    }

    protected override Written Write((int K, int X, char Sign, int B) content)
    {
        var (k, x, sign, b) = content;
        var product = k * x;
        var result = sign == '+' ? product + b : product - b;
        var prompt = $"{k}x{sign}{b}={result}";
        return new(
            prompt,
            Steps(sign == '+' ? Columns.Subtract(result, b) : Columns.Add(result, b), $"{product}/{k}={x}"),
            $"{x}",
            prompt);
    }
}
