using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Curation.Similarity;
using DataEnvGym.Core.Tasks;

namespace DataEnvGym.Core.Curation;

/// <summary>Drops drafts whose question is like one of an examination, or like one that is there already.</summary>
public abstract class SimilarityGate : IGate
{
    private readonly ISimilarityIndex exam;
    private readonly ISimilarityIndex kept;
    private readonly (string Exam, string Kept) reasons;

    /// <summary>Makes the gate for the items that must stay unknown.</summary>
    /// <param name="name">What reports call it.</param>
    /// <param name="reasons">Why a draft is dropped that is like an examined item, and one that is like a kept one.</param>
    /// <param name="open">Makes an empty index.</param>
    /// <param name="items">Items of the examined splits.</param>
    private protected SimilarityGate(string name, (string Exam, string Kept) reasons, Func<ISimilarityIndex> open, IEnumerable<Item> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        (Name, this.reasons, exam, kept) = (name, reasons, open(), open());
        foreach (var item in items)
        {
            exam.Add(item.Prompt, item.Id);
        }
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public void Remember(string prompt, string name) => kept.Add(prompt, name);

    /// <inheritdoc/>
    public Rejection? Check(Draft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return exam.Find(draft.Prompt) is { } given
            ? new(reasons.Exam, given)
            : kept.Find(draft.Prompt) is { } seen ? new(reasons.Kept, seen) : null;
    }

    /// <inheritdoc/>
    public void Keep(Draft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        Remember(draft.Prompt, draft.OrderId);
    }
}
