using System.Globalization;
using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Curation.Similarity;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Tasks;

namespace DataEnvGym.Core.Curation;

/// <summary>Drops drafts whose question is nearly the same as one of an examination or as one that is there already, word by word.</summary>
public sealed class NearDuplicateGate : IGate
{
    private readonly NearIndex exam;
    private readonly NearIndex kept;

    /// <summary>Makes the gate for the items that must stay unknown.</summary>
    /// <param name="spec">When two questions are nearly the same.</param>
    /// <param name="items">Items of the examined splits.</param>
    public NearDuplicateGate(NearSpec spec, IEnumerable<Item> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        (exam, kept) = (new(spec), new(spec));
        foreach (var item in items)
        {
            exam.Add(item.Prompt, item.Id);
        }
    }

    /// <inheritdoc/>
    public string Name => "near-duplicate";

    /// <summary>Counts an example of an earlier iteration as kept.</summary>
    public void Remember(string prompt, string name) => kept.Add(prompt, name);

    /// <inheritdoc/>
    public Rejection? Check(Draft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return exam.Find(draft.Prompt) is { } given
            ? new("near-contaminated", Describe(given))
            : kept.Find(draft.Prompt) is { } seen ? new("near-duplicate", Describe(seen)) : null;
    }

    /// <inheritdoc/>
    public void Keep(Draft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        Remember(draft.Prompt, draft.OrderId);
    }

    private static string Describe(NearMatch match) =>
        string.Create(CultureInfo.InvariantCulture, $"{match.Similarity:0.00} like {match.Name}, with \"{match.Span}\" in both");
}
