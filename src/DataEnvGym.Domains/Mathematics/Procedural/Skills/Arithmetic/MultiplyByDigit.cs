using System.Text.RegularExpressions;
using DataEnvGym.Core;
using DataEnvGym.Domains.Procedural;

namespace DataEnvGym.Domains.Mathematics.Procedural.Skills;

internal sealed class MultiplyByDigit() : SkillOf<(int A, int Digit)>(
    "multiply-by-digit",
    "Multiply a three-digit number by one digit: 347*6.",
    ["no carry between columns", "one carry between columns", "two carries between columns"],
    @"([0-9]{3})\*([0-9])")
{
    protected override (int A, int Digit) Draw(Rng rng, int level) => (rng.Between(100, 999), rng.Between(2, 9));

    protected override (int A, int Digit)? Read(Match match) => (match.Number(1), match.Number(2));

    protected override int LevelOf((int A, int Digit) content)
    {
        var (a, digit) = content;
        if (a < 100 || digit < 2)
        {
            return 0;
        }

        var intoTens = a % 10 * digit / 10;
        var intoHundreds = a % 100 * digit / 100;
        return 1 + int.Sign(intoTens) + int.Sign(intoHundreds);
    }

    protected override Written Write((int A, int Digit) content)
    {
        var (a, digit) = content;
        return new($"{a}*{digit}", Columns.Multiply(a, digit), $"{a * digit}", $"{a}*{digit}");
    }
}
