using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Tasks;

namespace DataEnvGym.Core.Curation;

/// <summary>Drops drafts whose answers a domain found wrong: code that fails its own tests.</summary>
public sealed class CheckedGate : IGate
{
    private readonly Dictionary<Draft, Rejection?> findings;

    private CheckedGate(Dictionary<Draft, Rejection?> findings) => this.findings = findings;

    /// <summary>Has drafts checked, all at once.</summary>
    /// <param name="checker">The domain's.</param>
    /// <param name="drafts">The drafts; no other passes the gate.</param>
    /// <param name="cancellationToken">Stops the checking.</param>
    public static async Task<CheckedGate> OpenAsync(IAnswerChecker checker, IReadOnlyList<Draft> drafts, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(checker);
        var rejections = await checker.CheckAsync(drafts, cancellationToken);
        var findings = new Dictionary<Draft, Rejection?>(ReferenceEqualityComparer.Instance);
        foreach (var (draft, rejection) in drafts.Zip(rejections))
        {
            findings[draft] = rejection;
        }

        return new(findings);
    }

    /// <inheritdoc/>
    public string Name => "check";

    /// <inheritdoc/>
    public Rejection? Check(Draft draft) => findings.TryGetValue(draft, out var rejection) ? rejection : new("check-failed", "its answer was not checked");
}
