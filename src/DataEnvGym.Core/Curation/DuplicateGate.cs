using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Tasks;

namespace DataEnvGym.Core.Curation;

/// <summary>Drops drafts whose question was there before, in this run, in the domain's canonical form.</summary>
public sealed class DuplicateGate(IDomain domain) : IGate
{
    private readonly Dictionary<string, string> seen = new(StringComparer.Ordinal);

    /// <summary>Counts an example of an earlier iteration as seen.</summary>
    public void Remember(string prompt, string name) => seen.TryAdd(domain.Canonicalize(prompt), name);

    /// <inheritdoc/>
    public Rejection? Check(Draft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var form = domain.Canonicalize(draft.Prompt);
        return seen.TryAdd(form, draft.OrderId) ? null : new("duplicate", $"the same question as in {seen[form]}");
    }
}
