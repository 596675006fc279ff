using System.Text.RegularExpressions;
using DataEnvGym.Core;
using DataEnvGym.Domains.Procedural;

namespace DataEnvGym.Domains.Mathematics.Procedural.Skills;

internal sealed class Remainder() : SkillOf<(int A, int Digit)>(
    "remainder",
    "Find the remainder of a division by one digit: 847%6.",
    ["divisor 2, 3 or 4", "divisor 5, 6 or 7", "divisor 8 or 9"],
    @"([0-9]{3})%([0-9])")
{
    protected override (int A, int Digit) Draw(Rng rng, int level)
    {
        var digit = level switch { 1 => rng.Between(2, 4), 2 => rng.Between(5, 7), _ => rng.Between(8, 9) };
        return (rng.Between(100, 999), digit);
    }

    protected override (int A, int Digit)? Read(Match match) => (match.Number(1), match.Number(2));

    protected override int LevelOf((int A, int Digit) content) => content switch
    {
        { Digit: < 2 } or { A: < 100 } => 0,
        { Digit: <= 4 } => 1,
        { Digit: <= 7 } => 2,
        _ => 3,
    };

    protected override Written Write((int A, int Digit) content)
    {
        var (a, digit) = content;
        return new($"{a}%{digit}", Columns.Remainders(a, digit), $"{a % digit}", $"{a}%{digit}");
    }
}
