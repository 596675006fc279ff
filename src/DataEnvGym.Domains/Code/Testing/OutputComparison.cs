namespace DataEnvGym.Domains.Code.Testing;

/// <summary>How exactly a printed text is the expected one, from the narrowest sense to the widest.</summary>
public enum OutputMatch
{
    /// <summary>The same text, but for white space around it.</summary>
    Text,

    /// <summary>The same lines, but for white space around each.</summary>
    Lines,

    /// <summary>The same words in the same order, wherever white space parts them.</summary>
    Words,

    /// <summary>The same number of words, each the same or, where both have a fraction or an exponent in one of them, a number that differs by at most a millionth.</summary>
    Numbers,

    /// <summary>The same words in any order, each as often.</summary>
    AnyOrder,
}

/// <summary>
/// Compares what a program printed with what it should have. The rungs are those of LiveCodeBench (Jain et al. 2024), each of which accepts what the one before it accepts; the last one
/// counts only for tasks that say that order does not matter.
/// </summary>
public static class OutputComparison
{
    /// <summary>The first rung on which two texts are the same.</summary>
    /// <returns>None if they are on none.</returns>
    public static OutputMatch? Match(string expected, string actual)
    {
        if (expected.AsSpan().Trim().SequenceEqual(actual.AsSpan().Trim()))
        {
            return OutputMatch.Text;
        }

        if (Lines(expected).SequenceEqual(Lines(actual), StringComparer.Ordinal))
        {
            return OutputMatch.Lines;
        }

        var (wanted, given) = (Words(expected), Words(actual));
        if (wanted.Length != given.Length)
        {
            return null;
        }

        if (wanted.SequenceEqual(given, StringComparer.Ordinal))
        {
            return OutputMatch.Words;
        }

        if (wanted.Zip(given).All(pair => SameWord(pair.First, pair.Second)))
        {
            return OutputMatch.Numbers;
        }

        return wanted.Order(StringComparer.Ordinal).SequenceEqual(given.Order(StringComparer.Ordinal), StringComparer.Ordinal) ? OutputMatch.AnyOrder : null;
    }

    // Two whole numbers are near each other only if they are equal: 10000001 is not 10000000.
    private static bool SameWord(string expected, string actual) =>
        expected == actual || (IsFraction(expected) || IsFraction(actual)) && Numbers.Near(expected, actual);

    private static bool IsFraction(string word) => word.AsSpan().ContainsAny(".eE");

    private static string[] Lines(string text) => text.Trim().Split('\n', StringSplitOptions.TrimEntries);

    private static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
