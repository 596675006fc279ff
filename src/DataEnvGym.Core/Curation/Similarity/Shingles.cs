using System.Text;

namespace DataEnvGym.Core.Curation.Similarity;

/// <summary>Splits a text into words and into runs of words, as hashes that are the same on every machine.</summary>
internal static class Shingles
{
    /// <summary>Words that a shingle has.</summary>
    public const int Width = 3;

    private const ulong Offset = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    /// <summary>The runs of letters and digits of a text, in lower case, in order.</summary>
    public static List<string> Words(string text)
    {
        var (words, word) = (new List<string>(), new StringBuilder());
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
            {
                word.Append(char.ToLowerInvariant(c));
            }
            else if (word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }

        if (word.Length > 0)
        {
            words.Add(word.ToString());
        }

        return words;
    }

    /// <summary>The different runs of <see cref="Width"/> words, sorted by hash; the whole text if it has fewer.</summary>
    public static ulong[] Of(IReadOnlyList<string> words)
    {
        var shingles = new SortedSet<ulong>();
        for (var i = 0; i == 0 || i + Width <= words.Count; i++)
        {
            var hash = Offset;
            for (var j = i; j < Math.Min(i + Width, words.Count); j++)
            {
                hash = Add(hash, words[j]) * Prime;
            }

            shingles.Add(hash);
        }

        return [.. shingles];
    }

    /// <summary>FNV-1a (Fowler, Noll and Vo) over the characters of a text.</summary>
    public static ulong Hash(ReadOnlySpan<char> text) => Add(Offset, text);

    /// <summary>Size of the common part by the size of both together (Jaccard), 0..1, of two sorted sets.</summary>
    public static double Jaccard(ulong[] a, ulong[] b)
    {
        var (i, j, common) = (0, 0, 0);
        while (i < a.Length && j < b.Length)
        {
            var order = a[i].CompareTo(b[j]);
            common += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }

        var union = a.Length + b.Length - common;
        return union == 0 ? 0 : (double)common / union;
    }

    private static ulong Add(ulong hash, ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            hash = (hash ^ c) * Prime;
        }

        return hash;
    }
}
