using DataEnvGym.Core;

namespace DataEnvGym.Domains.Code.Procedural;

/// <summary>A place in a form where a constant stands.</summary>
/// <param name="Pattern">Its texts, as a regular expression.</param>
/// <param name="Draw">Draws one of them.</param>
/// <param name="IsNumber">Whether it is a number.</param>
internal sealed record Slot(string Pattern, Func<Rng, string> Draw, bool IsNumber)
{
    /// <summary>2 to 99.</summary>
    public static Slot Number { get; } = new("[2-9]|[1-9][0-9]", rng => $"{rng.Between(2, 99)}", true);

    /// <summary>1 to 12.</summary>
    public static Slot Place { get; } = new("[1-9]|1[0-2]", rng => $"{rng.Between(1, 12)}", true);

    /// <summary>2 to 9.</summary>
    public static Slot Digit { get; } = new("[2-9]", rng => $"{rng.Between(2, 9)}", true);

    /// <summary>A letter, a to z.</summary>
    public static Slot Letter { get; } = new("[a-z]", rng => Letters(rng, 1), false);

    /// <summary>Two letters, or three.</summary>
    public static Slot Word { get; } = new("[a-z]{2,3}", rng => Letters(rng, rng.Between(2, 3)), false);

    /// <summary>Letters drawn at random.</summary>
    public static string Letters(Rng rng, int count) => string.Concat(Enumerable.Range(0, count).Select(_ => (char)rng.Between('a', 'z')));
}
