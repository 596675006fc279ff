namespace DataEnvGym.Core.Curation.Verification;

/// <summary>What verification found out about a draft: a line of <c>iteration-NN/findings-R-S.jsonl</c>, in the order of the drafts.</summary>
/// <param name="Agreed">Independent solutions with the draft's answer.</param>
/// <param name="Disagreed">Independent solutions with another answer.</param>
public sealed record Finding(int Agreed, int Disagreed)
{
    /// <summary>What the judge gave it, 1 to 5; none if it was not asked or did not say.</summary>
    public int? Score { get; init; }

    /// <summary>Why the draft is dropped; none if nothing speaks against it.</summary>
    public Rejection? Rejection { get; init; }

    /// <summary>Why the domain's own check drops the draft, which was not verified then; none if it passed, or if the domain checks nothing.</summary>
    public Rejection? Check { get; init; }

    /// <summary>Whether it could not be found out if the draft is good, for want of budget or of readable answers.</summary>
    public bool Unverified { get; init; }
}
