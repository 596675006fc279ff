using DataEnvGym.Core.Tasks;

namespace DataEnvGym.Domains.Mathematics.Grading;

/// <summary>Judges by the mathematical answer, whatever its notation; see <see cref="MathAnswers"/> for how.</summary>
public sealed class MathGrader : TextGrader
{
    private MathGrader()
    {
    }

    /// <summary>The grader; it has no state.</summary>
    public static MathGrader Instance { get; } = new();

    /// <inheritdoc/>
    public override string Name => "math/3";

    /// <inheritdoc/>
    public override Grade Grade(Item item, string response)
    {
        var comparison = MathAnswers.Compare(item.Reference, response);
        return comparison.PredAnswer is null ? new(Verdict.NoAnswer, 0, null)
            : comparison.Equal ? new(Verdict.Correct, 1, comparison.PredAnswer) : new(Verdict.Wrong, 0, comparison.PredAnswer);
    }
}
