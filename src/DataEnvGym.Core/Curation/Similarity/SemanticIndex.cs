using System.Runtime.InteropServices;
using DataEnvGym.Core.Episodes;

namespace DataEnvGym.Core.Curation.Similarity;

/// <summary>Finds texts whose vector points the same way as that of one that it holds.</summary>
/// <param name="weights">Makes the vectors.</param>
/// <param name="spec">When two texts are alike.</param>
internal sealed class SemanticIndex(TermWeights weights, SemanticSpec spec)
{
    private readonly Dictionary<uint, List<(int Entry, double Weight)>> postings = [];
    private readonly List<string> names = [];

    /// <summary>Takes a text up. One that is too short to be compared is left out.</summary>
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

    /// <summary>The most similar text that is similar enough, the first among equals; none if there is none.</summary>
    public (string Name, double Cosine)? Find(string text)
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
        return best.Item >= spec.Cosine ? (names[best.Index], best.Item) : null;
    }

    private bool IsTooShort(string text) => Shingles.Words(text).Count < spec.MinWords;
}
