using System.Globalization;
using DataEnvGym.Core.Curation;
using DataEnvGym.Core.Curation.Reviews;
using DataEnvGym.Core.Curation.Verification;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Tasks;

namespace DataEnvGym.Core.Traces;

/// <summary>The gates of a run in words, in the order in which drafts pass them, with what was found out about one example.</summary>
internal static class TraceGates
{
    /// <summary>A line for each gate.</summary>
    /// <param name="spec">What the run asks for.</param>
    /// <param name="domain">Whether it checks answers by itself.</param>
    /// <param name="finding">What verification found out about the example; none if that is not known.</param>
    /// <param name="review">What a person decided about the example, if one did.</param>
    public static IReadOnlyList<string> Of(CurationSpec spec, IDomain domain, Finding? finding, Review? review) =>
        ["surplus: its order was not filled yet", .. GateNames.Of(spec, domain).Select(name => $"{name}: {RuleOf(name, spec, finding, review)}")];

    private static string RuleOf(string name, CurationSpec spec, Finding? finding, Review? review) => name switch
    {
        GateNames.Form => In($"a prompt of at most {spec.MaxPromptLength:N0} characters, an answer, solution and answer of at most {spec.MaxSolutionLength:N0}"),
        GateNames.Contamination => In($"not the same question as an examined item, and no {spec.ContaminationWords} words in a row of one"),
        GateNames.Check => "the task itself found nothing wrong with its answer",
        GateNames.Verification => $"{RuleOf(spec.Verify!)}; {Found(finding)}",
        GateNames.Known => In($"at most {spec.Known!.Keep:P0} of an order are what the student answers right already"),
        GateNames.Duplicate => "not the same question as another example of the run",
        GateNames.NearDuplicate => In($"less than {spec.Near!.Similarity:0.##} like any question, examined or kept, in runs of three words; not asked of questions with fewer than {spec.Near.MinWords} words"),
        GateNames.Semantic => In($"less than {spec.Semantic!.Cosine:0.##} like any question, examined or kept, in pieces of words; not asked of questions with fewer than {spec.Semantic.MinWords} words"),
        GateNames.Review => review is null
            ? "no person rejected it"
            : $"a person {(review.Verdict == ReviewVerdict.Edit ? "edited" : "approved of")} it{(review.Reason is null ? "" : $": {review.Reason}")}",
        _ => throw new InvalidOperationException($"Nobody explains the gate {name}."),
    };

    private static string RuleOf(VerifySpec verify)
    {
        var solutions = verify.Solutions > 0 ? In($"{verify.Agree} of at most {verify.Solutions} solutions that do not know the answer have it") : null;
        var rubric = verify.Rubric is null ? null : In($"a judge gives it {verify.Rubric.Threshold} of {JudgeScore.Best} by the rubric");
        return string.Join(", and ", new[] { solutions, rubric }.OfType<string>());
    }

    private static string Found(Finding? finding) => finding is null
        ? "what was found is not known"
        : In($"found: {finding.Agreed} agreed, {finding.Disagreed} disagreed{(finding.Score is { } score ? $", score {score}" : "")}{(finding.Unverified ? ", which left it unverified" : "")}");

    private static string In(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
