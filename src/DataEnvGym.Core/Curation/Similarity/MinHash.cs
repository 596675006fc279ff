namespace DataEnvGym.Core.Curation.Similarity;

/// <summary>
/// Signatures of sets: two sets have the same minimum under a random permutation as often as their Jaccard similarity says (Broder 1997, "On the resemblance
/// and containment of documents"). Minima are put together in bands, so that similar sets share at least one (Leskovec, Rajaraman and Ullman, "Mining of
/// Massive Datasets", 3.4).
/// </summary>
internal sealed class MinHash
{
    /// <summary>Permutations in all.</summary>
    public const int Permutations = 128;

    /// <summary>How probable it may be, at the most, that two sets just as similar as the threshold share no band.</summary>
    public const double MaxMiss = 1e-3;

    private static readonly ulong[] Keys = MakeKeys();

    private readonly int rows;
    private readonly int bands;

    /// <summary>Chooses the longest bands that still find what is as similar as <paramref name="threshold"/>, in 0..1.</summary>
    public MinHash(double threshold)
    {
        rows = 1;
        while (rows < Permutations && Miss(threshold, rows + 1) <= MaxMiss)
        {
            rows++;
        }

        bands = Permutations / rows;
    }

    /// <summary>The bands of a set, one hash each.</summary>
    public ulong[] Bands(ulong[] set)
    {
        var hashes = new ulong[bands];
        for (var band = 0; band < bands; band++)
        {
            var hash = (ulong)band;
            for (var row = 0; row < rows; row++)
            {
                hash = Mix(hash ^ Minimum(set, Keys[(band * rows) + row]));
            }

            hashes[band] = hash;
        }

        return hashes;
    }

    private static double Miss(double similarity, int rows) => Math.Pow(1 - Math.Pow(similarity, rows), Permutations / rows);

    private static ulong Minimum(ulong[] set, ulong key)
    {
        var minimum = ulong.MaxValue;
        foreach (var member in set)
        {
            minimum = Math.Min(minimum, Mix(member ^ key));
        }

        return minimum;
    }

    private static ulong[] MakeKeys()
    {
        var rng = Rng.For(0, "min-hash");
        return [.. Enumerable.Range(0, Permutations).Select(_ => rng.NextUInt64())];
    }

    // The finalizer of SplitMix64 (Steele, Lea and Flood 2014): a bijection that leaves no bit where it was.
    private static ulong Mix(ulong x)
    {
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
        return x ^ (x >> 31);
    }
}
