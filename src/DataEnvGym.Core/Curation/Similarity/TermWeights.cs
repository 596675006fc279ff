namespace DataEnvGym.Core.Curation.Similarity;

/// <summary>
/// Turns texts into sparse vectors of length 1: runs of 3 to 5 characters, hashed, weighted by how often they stand in the text and how rare they are in
/// a corpus (TF-IDF; Salton and Buckley 1988). Hashing in place of a vocabulary is that of Weinberger et al. 2009. No model is needed, and none is
/// pretended: texts are alike here when they are written alike, in whatever order.
/// </summary>
internal sealed class TermWeights
{
    private const int Shortest = 3;
    private const int LongestRun = 5;
    private const uint Buckets = 1 << 20;

    private readonly Dictionary<uint, int> documents = [];
    private readonly int total;

    /// <summary>Counts in how many texts of a corpus each run stands.</summary>
    public TermWeights(IEnumerable<string> corpus)
    {
        foreach (var text in corpus)
        {
            total++;
            foreach (var run in Count(text).Keys)
            {
                documents[run] = documents.GetValueOrDefault(run) + 1;
            }
        }
    }

    /// <summary>The vector of a text: bucket → weight, sorted by bucket. Empty for a text without a run.</summary>
    public (uint Bucket, double Weight)[] VectorOf(string text)
    {
        var weights = Count(text).Select(pair => (pair.Key, Weight: (1 + Math.Log(pair.Value)) * Rarity(pair.Key))).OrderBy(pair => pair.Key).ToArray();
        var length = Math.Sqrt(weights.Sum(pair => pair.Weight * pair.Weight));
        return [.. weights.Select(pair => (pair.Key, pair.Weight / length))];
    }

    private double Rarity(uint run) => Math.Log((1.0 + total) / (1 + documents.GetValueOrDefault(run))) + 1;

    private static Dictionary<uint, int> Count(string text)
    {
        var flat = $" {string.Join(' ', Shingles.Words(text))} ";
        var counts = new Dictionary<uint, int>();
        for (var width = Shortest; width <= LongestRun; width++)
        {
            for (var i = 0; i + width <= flat.Length; i++)
            {
                var bucket = (uint)(Shingles.Hash(flat.AsSpan(i, width)) % Buckets);
                counts[bucket] = counts.GetValueOrDefault(bucket) + 1;
            }
        }

        return counts;
    }
}
