using System.Security.Cryptography;
using System.Text;
using DataEnvGym.Core.Tasks;

namespace DataEnvGym.Domains.Mathematics;

/// <summary>
/// Splits of items from files. Probe and select are carved from the items for training; so is test, where there are none of its own; train is what
/// remains. Which item goes where follows from the SHA-256 of its canonical question. A question that occurs twice is kept once, and in test rather than in train.
/// </summary>
/// <param name="Train">The items for training, by their hashes.</param>
/// <param name="Test">The items for the test, by their hashes; none where test is carved.</param>
internal sealed record HashedSplits(IReadOnlyList<Item> Train, IReadOnlyList<Item>? Test)
{
    public static HashedSplits Of(IDomain domain, IReadOnlyList<Item> train, IReadOnlyList<Item>? test)
    {
        var sealedItems = ByHash(domain, test ?? []);
        return new([.. ByHash(domain, train).Where(pair => !sealedItems.ContainsKey(pair.Key)).Select(pair => pair.Value)], test is null ? null : [.. sealedItems.Values]);
    }

    public IReadOnlyList<Item> Of(Split split, SplitSizes sizes)
    {
        var examined = sizes.Probe + sizes.Select;
        var carved = Test is null ? sizes.Test : 0;
        return split switch
        {
            Split.Probe => [.. Train.Take(sizes.Probe)],
            Split.Select => [.. Train.Skip(sizes.Probe).Take(sizes.Select)],
            Split.Test => Test is null ? [.. Train.Skip(examined).Take(carved)] : [.. Test.Take(sizes.Test)],
            Split.Train => [.. Train.Skip(examined + carved)],
            _ => throw new ArgumentOutOfRangeException(nameof(split), split, "There is no such split."),
        };
    }

    private static SortedDictionary<string, Item> ByHash(IDomain domain, IReadOnlyList<Item> items)
    {
        var sorted = new SortedDictionary<string, Item>(StringComparer.Ordinal);
        foreach (var item in items)
        {
            var hash = SHA256.HashData(Encoding.UTF8.GetBytes(domain.Canonicalize(item.Prompt)));
            sorted.TryAdd(Convert.ToHexStringLower(hash), item);
        }

        return sorted;
    }
}
