using DataEnvGym.Core.Curation.Similarity;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Tasks;

namespace DataEnvGym.Core.Curation;

/// <summary>Drops drafts whose question is made of the same pieces of words as one of an examination or one that is there already, in whatever order.</summary>
public sealed class SemanticGate : SimilarityGate
{
    /// <summary>Makes the gate for the items that must stay unknown. They are also the corpus in which pieces of words are rare or common.</summary>
    /// <param name="spec">When two questions are alike.</param>
    /// <param name="items">Items of the examined splits.</param>
    public SemanticGate(SemanticSpec spec, IReadOnlyList<Item> items)
        : this(spec, items, new TermWeights(items.Select(item => item.Prompt)))
    {
    }

    private SemanticGate(SemanticSpec spec, IReadOnlyList<Item> items, TermWeights weights)
        : base(GateNames.Semantic, ("similar-to-exam", "similar"), () => new SemanticIndex(weights, spec), items)
    {
    }
}
