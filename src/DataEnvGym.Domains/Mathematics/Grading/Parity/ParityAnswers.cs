using DataEnvGym.Core.Tasks;

namespace DataEnvGym.Domains.Mathematics.Grading.Parity;

/// <summary>
/// Compares answers by the rules of the original DataEnvGym, quirks included, so that figures can be set beside published ones. The rules stand in
/// docs/graders.md. Pure and bounded.
/// </summary>
public static class ParityAnswers
{
    /// <summary>Compares the answers of two texts.</summary>
    /// <param name="gold">A text with a box, or the bare answer.</param>
    /// <param name="prediction">The response to judge; it must give its answer in one of the forms that the original knows.</param>
    public static AnswerComparison Compare(string gold, string prediction)
    {
        ArgumentNullException.ThrowIfNull(gold);
        ArgumentNullException.ThrowIfNull(prediction);
        var (goldAnswer, predictedAnswer) = (Normalised(ParityExtractor.OfGold(gold)), Normalised(ParityExtractor.OfResponse(prediction)));
        if (goldAnswer is null || predictedAnswer is null)
        {
            return new(false, goldAnswer, predictedAnswer, goldAnswer is null ? "no-answer: none in the gold text" : "no-answer: none in the response");
        }

        var outcome = ParityEquivalence.Compare(goldAnswer, predictedAnswer);
        return new(outcome.Equal, goldAnswer, predictedAnswer, outcome.Rule);
    }

    private static string? Normalised(string? answer) => answer is null ? null : ParityNormaliser.Normalise(answer);
}

/// <summary>Judges by the rules of the original DataEnvGym; see <see cref="ParityAnswers"/>.</summary>
public sealed class ParityGrader : TextGrader
{
    private ParityGrader()
    {
    }

    /// <summary>The grader; it has no state.</summary>
    public static ParityGrader Instance { get; } = new();

    /// <inheritdoc/>
    public override string Name => "parity/1";

    /// <inheritdoc/>
    public override Grade Grade(Item item, string response)
    {
        var comparison = ParityAnswers.Compare(item.Reference, response);
        return comparison.PredAnswer is null ? new(Verdict.NoAnswer, 0, null)
            : comparison.Equal ? new(Verdict.Correct, 1, comparison.PredAnswer) : new(Verdict.Wrong, 0, comparison.PredAnswer);
    }
}
