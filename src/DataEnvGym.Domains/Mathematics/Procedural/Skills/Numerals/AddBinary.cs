using System.Text.RegularExpressions;
using DataEnvGym.Core;
using DataEnvGym.Domains.Procedural;
using static DataEnvGym.Domains.Procedural.PromptParts;

namespace DataEnvGym.Domains.Mathematics.Procedural.Skills;

internal sealed class AddBinary() : SkillOf<(int A, int B)>(
    "add-binary",
    "Add two binary numbers of equal width and give the sum in binary: bin 10110+01101.",
    ["at most one carry", "two carries", "three or more carries"],
    @"bin ([01]{5,7})\+([01]{5,7})")
{
    protected override (int A, int B) Draw(Rng rng, int level)
    {
        var top = 1 << rng.Between(4, 6);
        var larger = rng.Between(top, (2 * top) - 1);
        var smaller = rng.Between(1, larger);
        return rng.Next(2) == 0 ? (larger, smaller) : (smaller, larger);
    }

    protected override (int A, int B)? Read(Match match) => (Convert.ToInt32(match.Text(1), 2), Convert.ToInt32(match.Text(2), 2));

    protected override int LevelOf((int A, int B) content) =>
        content.A < 1 || content.B < 1 || int.Max(content.A, content.B) < 16 ? 0 : int.Clamp(Carries(content.A, content.B), 1, 3);

    protected override Written Write((int A, int B) content)
    {
        var (low, high) = Ordered(content.A, content.B);

        // Equal width lines the columns up, which is the hard part for a reader of characters.
        var width = $"{high:b}".Length;
        var (x, y) = (Padded(content.A, width), Padded(content.B, width));
        return new($"bin {x}+{y}", Columns.Add(x, y, 2), $"{content.A + content.B:b}", $"{low:b}+{high:b}");
    }

    private static string Padded(int number, int width) => $"{number:b}".PadLeft(width, '0');

    private static int Carries(int a, int b) => int.PopCount(a) + int.PopCount(b) - int.PopCount(a + b);
}
