using System.Globalization;
using System.Runtime.InteropServices;
using DataEnvGym.Core.Episodes;

namespace DataEnvGym.Core.Curation.Similarity;

/// <summary>Finds texts that are nearly the same as one that it holds. MinHash only proposes: the similarity itself is counted.</summary>
/// <param name="spec">When two texts are nearly the same.</param>
internal sealed class NearIndex(NearSpec spec) : ISimilarityIndex
{
    private readonly MinHash hash = new(spec.Similarity);
    private readonly Dictionary<(int Band, ulong Hash), List<int>> bands = [];
    private readonly List<Entry> entries = [];

    /// <inheritdoc/>
    public void Add(string text, string name)
    {
        if (Read(text) is not { } words)
        {
            return;
        }

        var shingles = Shingles.Of(words);
        foreach (var (band, value) in hash.Bands(shingles).Index())
        {
            (CollectionsMarshal.GetValueRefOrAddDefault(bands, (band, value), out _) ??= []).Add(entries.Count);
        }

        entries.Add(new(name, words, shingles));
    }

    /// <summary>Names the longest run of words, too, that both have.</summary>
    /// <inheritdoc/>
    public string? Find(string text)
    {
        if (entries.Count == 0 || Read(text) is not { } words)
        {
            return null;
        }

        var shingles = Shingles.Of(words);
        var candidates = new SortedSet<int>();
        foreach (var (band, value) in hash.Bands(shingles).Index())
        {
            candidates.UnionWith(bands.GetValueOrDefault((band, value)) ?? []);
        }

        var matches = candidates.Select(i => (Entry: entries[i], Similarity: Shingles.Jaccard(shingles, entries[i].Shingles))).Where(pair => pair.Similarity >= spec.Similarity).ToList();
        if (matches.Count == 0)
        {
            return null;
        }

        var (best, similarity) = matches.MaxBy(pair => pair.Similarity);
        return string.Create(CultureInfo.InvariantCulture, $"{similarity:0.00} like {best.Name}, with \"{CommonRun.Longest(words, best.Words)}\" in both");
    }

    private List<string>? Read(string text)
    {
        var words = Shingles.Words(text);
        return words.Count >= spec.MinWords ? words : null;
    }

    private sealed record Entry(string Name, List<string> Words, ulong[] Shingles);
}
