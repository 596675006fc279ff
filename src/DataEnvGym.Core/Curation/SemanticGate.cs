using System.Globalization;
using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Curation.Similarity;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Tasks;

namespace DataEnvGym.Core.Curation;

/// <summary>Drops drafts whose question is made of the same pieces of words as one of an examination or one that is there already, in whatever order.</summary>
public sealed class SemanticGate : IGate
{
    private readonly SemanticIndex exam;
    private readonly SemanticIndex kept;

    /// <summary>Makes the gate for the items that must stay unknown. They are also the corpus in which pieces of words are rare or common.</summary>
    /// <param name="spec">When two questions are alike.</param>
    /// <param name="items">Items of the examined splits.</param>
    public SemanticGate(SemanticSpec spec, IReadOnlyList<Item> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        var weights = new TermWeights(items.Select(item => item.Prompt));
        (exam, kept) = (new(weights, spec), new(weights, spec));
        foreach (var item in items)
        {
            exam.Add(item.Prompt, item.Id);
        }
    }

    /// <inheritdoc/>
    public string Name => "semantic";

    /// <summary>Counts an example of an earlier iteration as kept.</summary>
    public void Remember(string prompt, string name) => kept.Add(prompt, name);

    /// <inheritdoc/>
    public Rejection? Check(Draft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return exam.Find(draft.Prompt) is { } given
            ? new("similar-to-exam", Describe(given))
            : kept.Find(draft.Prompt) is { } seen ? new("similar", Describe(seen)) : null;
    }

    /// <inheritdoc/>
    public void Keep(Draft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        Remember(draft.Prompt, draft.OrderId);
    }

    private static string Describe((string Name, double Cosine) match) => string.Create(CultureInfo.InvariantCulture, $"cosine {match.Cosine:0.00} with {match.Name}");
}
