using System.Runtime.InteropServices;
using DataEnvGym.Core;
using DataEnvGym.Core.Tasks;
using DataEnvGym.Teachers.Prompts;

namespace DataEnvGym.Teachers.Labelling;

/// <summary>Items that one call shows, under ids of its own: the items' own ids may tell the skill.</summary>
/// <param name="items">The items.</param>
internal sealed class ItemDeal(Item[] items)
{
    /// <summary>Deals items into calls, the same however they are ordered.</summary>
    public static IEnumerable<ItemDeal> Of(IEnumerable<Item> items, ulong seed)
    {
        var dealt = items.OrderBy(item => item.Id, StringComparer.Ordinal).ToList();
        Rng.For(seed, "deal").Shuffle(CollectionsMarshal.AsSpan(dealt));
        return dealt.Chunk(TeacherSkillDiscovery.ItemsPerCall).Select(chunk => new ItemDeal(chunk));
    }

    /// <summary>How many there are.</summary>
    public int Count => items.Length;

    /// <summary>What the teacher is shown.</summary>
    public IReadOnlyList<ItemToLabel> Shown => [.. items.Select((item, index) => new ItemToLabel(LocalId(index), item.Prompt))];

    /// <summary>Takes the labels of an answer over.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="use">Does with a label of an item what there is to do, and tells whether it was one that may be given.</param>
    /// <returns>Whether each label may be given and names an item that had none yet.</returns>
    public bool Take(LabelSkillsAnswer answer, Func<string, string, bool> use)
    {
        var open = items.Select((item, index) => (Local: LocalId(index), item.Id)).ToDictionary(pair => pair.Local, pair => pair.Id, StringComparer.Ordinal);
        var clean = true;
        foreach (var label in answer.Labels)
        {
            clean &= open.Remove(label.Id, out var itemId) && use(itemId, label.Skill);
        }

        return clean;
    }

    private static string LocalId(int index) => $"{index + 1}";
}
