using System.Text.RegularExpressions;
using DataEnvGym.Core;
using DataEnvGym.Domains.Procedural;
using static DataEnvGym.Domains.Procedural.PromptParts;

namespace DataEnvGym.Domains.Mathematics.Procedural.Skills;

internal sealed class AddThreeDigit() : SkillOf<(int A, int B)>(
    "add-three-digit",
    "Add two three-digit numbers: 347+285.",
    ["no carry", "one carry", "two or three carries"],
    @"([0-9]{3})\+([0-9]{3})")
{
    protected override (int A, int B) Draw(Rng rng, int level) => (rng.Between(100, 999), rng.Between(100, 999));

    protected override (int A, int B)? Read(Match match) => (match.Number(1), match.Number(2));

    protected override int LevelOf((int A, int B) content) =>
        content.A < 100 || content.B < 100 ? 0 : int.Min(3, 1 + Columns.Carries(content.A, content.B));

    protected override Written Write((int A, int B) content)
    {
        var (a, b) = content;
        var (low, high) = Ordered(a, b);
        return new($"{a}+{b}", Columns.Add(a, b), $"{a + b}", $"{low}+{high}");
    }
}
