using DataEnvGym.Core.Agents;

namespace DataEnvGym.Core.Curation;

/// <summary>Drops drafts whose answers a domain found wrong: code that fails its own tests.</summary>
/// <param name="outcomes">What was found wrong with each draft that was checked, if anything; drafts are told apart as objects, and no other passes.</param>
public sealed class CheckedGate(IReadOnlyDictionary<Draft, Rejection?> outcomes) : IGate
{
    /// <inheritdoc/>
    public string Name => GateNames.Check;

    /// <inheritdoc/>
    public Rejection? Check(Draft draft) => outcomes.TryGetValue(draft, out var rejection) ? rejection : new("check-failed", "its answer was not checked");
}
