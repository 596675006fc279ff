using System.Text.RegularExpressions;
using DataEnvGym.Core;
using static DataEnvGym.Domains.Mathematics.Procedural.PromptParts;

namespace DataEnvGym.Domains.Mathematics.Procedural.Skills;

internal sealed class AddBinary() : SkillOf<(int A, int B)>(
    "add-binary",
    "Add two binary numbers and give the sum in binary: bin 10110+1101.",
    ["at most one carry", "two carries", "three or more carries"],
    @"bin ([01]{3,7})\+([01]{3,7})")
{
    protected override (int A, int B) Draw(Rng rng, int level) => (rng.Between(4, 127), rng.Between(4, 127));

    protected override (int A, int B)? Read(Match match) => (Convert.ToInt32(match.Text(1), 2), Convert.ToInt32(match.Text(2), 2));

    protected override int LevelOf((int A, int B) content) =>
        content.A < 4 || content.B < 4 ? 0 : int.Clamp(Carries(content.A, content.B), 1, 3);

    protected override Written Write((int A, int B) content)
    {
        var (x, y) = ($"{content.A:b}", $"{content.B:b}");
        var (low, high) = Ordered(content.A, content.B);
        return new($"bin {x}+{y}", Columns.Add(x, y, 2), $"{content.A + content.B:b}", $"{low:b}+{high:b}");
    }

    private static int Carries(int a, int b) => int.PopCount(a) + int.PopCount(b) - int.PopCount(a + b);
}
