using DataEnvGym.Core.Curation.Verification;
using DataEnvGym.Core.Episodes;

namespace DataEnvGym.Core.Curation.Reviews;

/// <summary>Chooses which of the kept examples a person is to look at.</summary>
internal static class ReviewQueue
{
    /// <summary>The examples in doubt, and a share of the others, in their order.</summary>
    /// <param name="spec">The episode.</param>
    /// <param name="iteration">1-based.</param>
    /// <param name="kept">The kept examples, each with what verification found out about it, if it was asked.</param>
    public static IReadOnlyList<ReviewWish> Fill(EpisodeSpec spec, int iteration, IReadOnlyList<(Example Example, Finding? Finding)> kept)
    {
        var (curation, rng) = (spec.Curation, Rng.For(spec.Seed, "review", $"iteration-{iteration}"));
        var count = (int)Math.Ceiling(curation.Review!.Share * kept.Count);
        var drawn = rng.Sample(kept, count).Select(pair => pair.Example.Id).ToHashSet(StringComparer.Ordinal);
        return [.. kept
            .Select(pair => new ReviewWish(pair.Example.Id, Doubt(pair.Finding, curation.Verify?.Rubric) ?? (drawn.Contains(pair.Example.Id) ? "sampled" : "")))
            .Where(wish => wish.Why.Length > 0)];
    }

    private static string? Doubt(Finding? finding, RubricSpec? rubric) => finding switch
    {
        { Unverified: true } => "could not be verified",
        { Score: { } score } when score < JudgeScore.Best && score == rubric?.Threshold => $"the judge gave it {score} of {JudgeScore.Best}",
        { Disagreed: > 0 } => $"{finding.Disagreed} of {finding.Agreed + finding.Disagreed} solutions disagree",
        _ => null,
    };
}
