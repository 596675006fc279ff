using System.Globalization;
using System.Runtime.InteropServices;
using DataEnvGym.Core.Episodes;

namespace DataEnvGym.Core.Curation.Similarity;

/// <summary>Finds texts whose vector points the same way as that of one that it holds.</summary>
/// <param name="weights">Makes the vectors.</param>
/// <param name="spec">When two texts are alike.</param>
internal sealed class SemanticIndex(TermWeights weights, SemanticSpec spec) : ISimilarityIndex
{
    private readonly Dictionary<uint, List<(int Entry, double Weight)>> postings = [];
    private readonly List<string> names = [];

    /// <inheritdoc/>
    public void Add(string text, string name)
    {
        if (IsTooShort(text))
        {
            return;
        }

        foreach (var (bucket, weight) in weights.VectorOf(text))
        {
            (CollectionsMarshal.GetValueRefOrAddDefault(postings, bucket, out _) ??= []).Add((names.Count, weight));
        }

        names.Add(name);
    }

    /// <inheritdoc/>
    public string? Find(string text)
    {
        if (names.Count == 0 || IsTooShort(text))
        {
            return null;
        }

        var products = new double[names.Count];
        foreach (var (bucket, weight) in weights.VectorOf(text))
        {
            foreach (var (entry, other) in postings.GetValueOrDefault(bucket) ?? [])
            {
                products[entry] += weight * other;
            }
        }

        var best = products.Index().MaxBy(pair => pair.Item);
        return best.Item >= spec.Cosine ? string.Create(CultureInfo.InvariantCulture, $"cosine {best.Item:0.00} with {names[best.Index]}") : null;
    }

    private bool IsTooShort(string text) => Shingles.Words(text).Count < spec.MinWords;
}
