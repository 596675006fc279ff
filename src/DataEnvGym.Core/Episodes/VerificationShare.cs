using DataEnvGym.Core.Teachers;

namespace DataEnvGym.Core.Episodes;

/// <summary>
/// How much of what is left writers may spend when their drafts are to be verified. Each opinion that an undisputed draft needs is reckoned as dear as writing it,
/// so that with two solutions a third is for writing. Measured, an opinion takes two thirds of the tokens of writing; the rest is for disputed drafts and for calls
/// that are left out because their answers might be long.
/// </summary>
internal static class VerificationShare
{
    /// <summary>What may be spent on writing.</summary>
    /// <param name="spec">The episode.</param>
    /// <param name="left">What is left for writing and verification together.</param>
    public static Allowance ForWriting(EpisodeSpec spec, Allowance left)
    {
        if (spec.Curation.Verify is not { } verify)
        {
            return left;
        }

        var opinions = (verify.Solutions > 0 ? verify.Agree : 0) + (verify.Rubric is null ? 0 : 1);
        var (writer, judge) = (PriceOf(spec, TeacherRole.Writer), PriceOf(spec, TeacherRole.Judge));
        return new(
            left.Tokens / (1 + opinions),
            left.Money is { } money && writer > 0 ? decimal.Round(money * writer / (writer + (opinions * judge)), 12, MidpointRounding.ToZero) : left.Money);
    }

    // Tokens read and written count alike; for money they cost what each teacher asks for them.
    private static decimal PriceOf(EpisodeSpec spec, TeacherRole role) => spec.TeacherFor(role).Price.Of(1, 1);
}
