using DataEnvGym.Core.Curation.Similarity;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Tasks;

namespace DataEnvGym.Core.Curation;

/// <summary>Drops drafts whose question is nearly the same as one of an examination or as one that is there already, word by word.</summary>
/// <param name="spec">When two questions are nearly the same.</param>
/// <param name="items">Items of the examined splits.</param>
public sealed class NearDuplicateGate(NearSpec spec, IEnumerable<Item> items)
    : SimilarityGate(GateNames.NearDuplicate, ("near-contaminated", "near-duplicate"), () => new NearIndex(spec), items);
