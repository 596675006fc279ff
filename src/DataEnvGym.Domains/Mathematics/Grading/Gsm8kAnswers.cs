using DataEnvGym.Core.Tasks;

namespace DataEnvGym.Domains.Mathematics.Grading;

/// <summary>Compares the final answers behind <c>####</c> by the rule of the GSM8K task, <see cref="FinalAnswerGrader"/>.</summary>
public static class Gsm8kAnswers
{
    /// <summary>Compares the answers of two texts.</summary>
    /// <param name="gold">A text with a final answer behind a number sign, or the bare answer.</param>
    /// <param name="prediction">The response to judge; it must have a number sign.</param>
    public static AnswerComparison Compare(string gold, string prediction)
    {
        ArgumentNullException.ThrowIfNull(gold);
        ArgumentNullException.ThrowIfNull(prediction);
        var reference = FinalAnswerGrader.Extract(gold) ?? gold.Trim();
        if (reference.Length == 0)
        {
            return new(false, null, FinalAnswerGrader.Extract(prediction), "no-answer: none in the gold text");
        }

        var grade = FinalAnswerGrader.Instance.Grade(new Item("pair", "", reference), prediction);
        return new(grade.Verdict == Verdict.Correct, reference, grade.Extracted, grade.Verdict switch
        {
            Verdict.Correct => "final-answer: the same",
            Verdict.Wrong => "final-answer: different",
            _ => "no-answer: nothing behind a number sign in the response",
        });
    }
}
