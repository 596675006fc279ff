using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Tasks;

namespace DataEnvGym.Core.Curation;

/// <summary>Drops drafts whose question is there already, in this run, in the domain's canonical form.</summary>
public sealed class DuplicateGate(IDomain domain) : IGate
{
    private readonly Dictionary<string, string> kept = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public string Name => GateNames.Duplicate;

    /// <inheritdoc/>
    public void Remember(string prompt, string name) => kept.TryAdd(domain.Canonicalize(prompt), name);

    /// <inheritdoc/>
    public Rejection? Check(Draft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return kept.GetValueOrDefault(domain.Canonicalize(draft.Prompt)) is { } first ? new("duplicate", $"the same question as in {first}") : null;
    }

    /// <inheritdoc/>
    public void Keep(Draft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        Remember(draft.Prompt, draft.OrderId);
    }
}
