using DataEnvGym.Core;

namespace DataEnvGym.Domains.Code.Procedural;

/// <summary>Inputs that tell a function from its neighbours: numbers at and beside its constants, texts that hold its letters and words.</summary>
internal static class CallInputs
{
    private const int Lists = 6;

    /// <summary>Inputs of a type that forms have.</summary>
    public static IEnumerable<T> For<T>(Constants constants, Rng rng) => (IEnumerable<T>)(object)(
        typeof(T) == typeof(int) ? Numbers(constants, rng)
        : typeof(T) == typeof(string) ? Texts(constants, rng).Distinct()
        : typeof(T) == typeof(int[]) ? Enumerable.Range(0, Lists).Select(_ => rng.Sample(Numbers(constants, rng), rng.Between(5, 9)).ToArray())
        : Enumerable.Range(0, Lists).Select(_ => Enumerable.Range(0, rng.Between(3, 5)).Select(_ => Slot.Letters(rng, Length(constants, rng))).ToArray()));

    // Bounds are passed at the constants and just behind them, quotients and steps at their sums and multiples.
    private static List<int> Numbers(Constants constants, Rng rng) =>
        [.. constants.Numbers.SelectMany(number => (int[])[number - 1, number, number + 1, 3 * number])
            .Concat([0, constants.Numbers.Sum(), rng.Between(2, 60), rng.Between(61, 150), rng.Between(151, 300)])
            .Distinct()];

    // A constant is first, last, inside, all over and nowhere; some texts are longer than any place, and some as long as a number says.
    private static IEnumerable<string> Texts(Constants constants, Rng rng)
    {
        string Any(int least, int most) => Slot.Letters(rng, rng.Between(least, most));
        string Constant() => constants.Words.Count == 0 ? Any(1, 3) : rng.Pick(constants.Words);
        var (first, last) = constants.Words.Count == 0 ? ("", "") : (constants.Words[0], constants.Words[^1]);
        yield return first + Any(24, 28) + last;
        yield return last + Any(4, 9) + first + Constant() + Any(9, 14);
        yield return string.Concat(Enumerable.Range(0, 7).Select(_ => Constant() + (rng.Next(2) == 0 ? Any(1, 2) : "")));
        yield return first + Any(4, 8);
        yield return Any(1, 5) + last;
        yield return Any(26, 32);
        foreach (var number in constants.Numbers.Where(number => number < 25).SelectMany(number => (int[])[number - 1, number, number + 1]))
        {
            yield return Any(number, number);
            if (first.Length == 1)
            {
                yield return new string(first[0], number);
            }
        }
    }

    private static int Length(Constants constants, Rng rng) =>
        constants.Numbers.Count == 0 || rng.Next(2) == 0 ? rng.Between(1, 11) : Math.Min(12, rng.Pick(constants.Numbers) + rng.Between(-1, 1));
}
