using System.Text.RegularExpressions;
using DataEnvGym.Core;
using DataEnvGym.Domains.Procedural;

namespace DataEnvGym.Domains.Mathematics.Procedural.Skills;

internal sealed class DivideByDigit() : SkillOf<(int A, int Digit)>(
    "divide-by-digit",
    "Divide a number by one digit, without remainder: 852/6.",
    ["three-digit dividend", "four-digit dividend, divisor up to 5", "four-digit dividend, divisor from 6"],
    @"([0-9]{3,4})/([0-9])")
{
    protected override (int A, int Digit) Draw(Rng rng, int level)
    {
        var digit = level switch { 1 => rng.Between(2, 9), 2 => rng.Between(2, 5), _ => rng.Between(6, 9) };
        var quotient = level == 1 ? rng.Between(12, 499) : rng.Between(112, 999);
        return (digit * quotient, digit);
    }

    protected override (int A, int Digit)? Read(Match match) => (match.Number(1), match.Number(2));

    protected override int LevelOf((int A, int Digit) content) => content switch
    {
        { Digit: < 2 } or { A: < 100 } => 0,
        _ when content.A % content.Digit != 0 || content.A / content.Digit is < 12 or > 999 => 0,
        { A: < 1000 } => 1,
        { Digit: <= 5 } => 2,
        _ => 3,
    };

    protected override Written Write((int A, int Digit) content)
    {
        var (a, digit) = content;
        return new($"{a}/{digit}", Columns.Divide(a, digit), $"{a / digit}", $"{a}/{digit}");
    }
}
