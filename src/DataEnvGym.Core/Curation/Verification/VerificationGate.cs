using DataEnvGym.Core.Agents;

namespace DataEnvGym.Core.Curation.Verification;

/// <summary>Drops drafts that verification spoke against.</summary>
/// <param name="findings">What was found out; drafts are told apart as objects.</param>
public sealed class VerificationGate(IReadOnlyDictionary<Draft, Finding> findings) : IGate
{
    /// <inheritdoc/>
    public string Name => GateNames.Verification;

    /// <inheritdoc/>
    public Rejection? Check(Draft draft) => findings.GetValueOrDefault(draft)?.Rejection;
}
