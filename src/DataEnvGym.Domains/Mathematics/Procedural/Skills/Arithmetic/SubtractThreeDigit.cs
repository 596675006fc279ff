using System.Text.RegularExpressions;
using DataEnvGym.Core;
using DataEnvGym.Domains.Procedural;
using static DataEnvGym.Domains.Procedural.PromptParts;

namespace DataEnvGym.Domains.Mathematics.Procedural.Skills;

internal sealed class SubtractThreeDigit() : SkillOf<(int A, int B)>(
    "subtract-three-digit",
    "Subtract a three-digit number from a larger one: 732-285.",
    ["no borrow", "one borrow", "two borrows"],
    @"([0-9]{3})-([0-9]{3})")
{
    protected override (int A, int B) Draw(Rng rng, int level)
    {
        var (low, high) = Ordered(rng.Between(100, 999), rng.Between(100, 999));
        return (high, low);
    }

    protected override (int A, int B)? Read(Match match) => (match.Number(1), match.Number(2));

    protected override int LevelOf((int A, int B) content) =>
        content.B < 100 || content.A <= content.B ? 0 : 1 + Columns.Borrows(content.A, content.B);

    protected override Written Write((int A, int B) content)
    {
        var (a, b) = content;
        return new($"{a}-{b}", Columns.Subtract(a, b), $"{a - b}", $"{a}-{b}");
    }
}
