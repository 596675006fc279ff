using System.Text.RegularExpressions;
using DataEnvGym.Core;
using DataEnvGym.Domains.Procedural;

namespace DataEnvGym.Domains.Mathematics.Procedural.Skills;

internal sealed class LargestOfThree() : SkillOf<(int A, int B, int C)>(
    "largest-of-three",
    "Find the largest of three different numbers: max 34 71 58.",
    ["two-digit numbers, all tens different", "two-digit numbers that share tens", "three-digit numbers"],
    @"max ([0-9]{2,3}) ([0-9]{2,3}) ([0-9]{2,3})")
{
    protected override (int A, int B, int C) Draw(Rng rng, int level) => level == 3
        ? (rng.Between(100, 999), rng.Between(100, 999), rng.Between(100, 999))
        : (rng.Between(10, 99), rng.Between(10, 99), rng.Between(10, 99));

    protected override (int A, int B, int C)? Read(Match match) => (match.Number(1), match.Number(2), match.Number(3));

    protected override int LevelOf((int A, int B, int C) content)
    {
        int[] numbers = [content.A, content.B, content.C];
        if (numbers.Distinct().Count() < 3)
        {
            return 0;
        }

        return numbers.All(n => n is >= 100 and <= 999) ? 3
            : !numbers.All(n => n is >= 10 and <= 99) ? 0
            : numbers.Select(n => n / 10).Distinct().Count() == 3 ? 1
            : 2;
    }

    protected override Written Write((int A, int B, int C) content)
    {
        var (a, b, c) = content;
        var winner = int.Max(a, b);
        var largest = int.Max(winner, c);
        return new(
            $"max {a} {b} {c}",
            $"{Columns.Compare(a, b)}:{winner},{Columns.Compare(winner, c)}:{largest}",
            $"{largest}",
            string.Join(' ', new[] { a, b, c }.Order()));
    }
}
