using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Tasks;

namespace DataEnvGym.Core.Curation;

/// <summary>What reports call the gates, and the order in which drafts pass them: everybody who opens, lists or explains gates takes it from here.</summary>
public static class GateNames
{
    /// <summary>See <see cref="FormGate"/>.</summary>
    public const string Form = "form";

    /// <summary>See <see cref="ContaminationGate"/>.</summary>
    public const string Contamination = "contamination";

    /// <summary>See <see cref="CheckedGate"/>.</summary>
    public const string Check = "check";

    /// <summary>See <see cref="Curation.Verification.VerificationGate"/>.</summary>
    public const string Verification = "verification";

    /// <summary>See <see cref="KnownGate"/>.</summary>
    public const string Known = "known";

    /// <summary>See <see cref="DuplicateGate"/>.</summary>
    public const string Duplicate = "duplicate";

    /// <summary>See <see cref="NearDuplicateGate"/>.</summary>
    public const string NearDuplicate = "near-duplicate";

    /// <summary>See <see cref="SemanticGate"/>.</summary>
    public const string Semantic = "semantic";

    /// <summary>A person's look at what all gates let pass.</summary>
    public const string Review = "review";

    /// <summary>
    /// The gates of a spec. Those that judge a draft by itself come before those that compare it with others, so that a bad draft never makes a good one with the
    /// same question a duplicate.
    /// </summary>
    /// <param name="spec">What is asked for.</param>
    /// <param name="domain">Whose drafts they are.</param>
    public static IReadOnlyList<string> Of(CurationSpec spec, IDomain domain)
    {
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentNullException.ThrowIfNull(domain);
        (string Name, bool IsOpen)[] gates =
        [
            (Form, true),
            (Contamination, true),
            (Check, domain.Checker is not null),
            (Verification, spec.Verify is not null),
            (Known, spec.Known is not null),
            (Duplicate, true),
            (NearDuplicate, spec.Near is not null),
            (Semantic, spec.Semantic is not null),
            (Review, spec.Review is not null),
        ];
        return [.. gates.Where(gate => gate.IsOpen).Select(gate => gate.Name)];
    }
}
