using DataEnvGym.Core.Tasks;

namespace DataEnvGym.Domains.Mathematics;

/// <summary>
/// Judges by the final answer: the first line of what stands after the last run of number signs (<c>... #632</c>, <c>... #### 72</c>). The
/// rule is that of GSM8K (Cobbe et al. 2021), with one number sign being enough. A numeric reference is compared by value, exactly (see
/// <see cref="NumberText"/>); any other reference, such as <c>Tue</c>, <c>XIV</c> or the digits <c>0359</c>, character by character.
/// </summary>
public sealed class FinalAnswerGrader : TextGrader
{
    // An answer stands at the end, so of an endless response only the end is read.
    private const int MaxLength = 100_000;

    private FinalAnswerGrader()
    {
    }

    /// <summary>The grader; it has no state.</summary>
    public static FinalAnswerGrader Instance { get; } = new();

    /// <inheritdoc/>
    public override string Name => "final-answer/1";

    /// <inheritdoc/>
    public override Grade Grade(Item item, string response)
    {
        if (Extract(response) is not { } answer)
        {
            return new(Verdict.NoAnswer, 0, null);
        }

        return Matches(item.Reference.Trim(), answer) ? new(Verdict.Correct, 1, answer) : new(Verdict.Wrong, 0, answer);
    }

    /// <summary>The final answer in a response, trimmed, or nothing where there is none.</summary>
    public static string? Extract(string response)
    {
        var text = response.AsSpan();
        text = text.Length > MaxLength ? text[^MaxLength..] : text;
        var mark = text.LastIndexOf('#');
        if (mark < 0)
        {
            return null;
        }

        var answer = text[(mark + 1)..].Trim();
        var lineEnd = answer.IndexOfAny('\r', '\n');
        answer = lineEnd < 0 ? answer : answer[..lineEnd].TrimEnd();
        return answer.IsEmpty ? null : answer.ToString();
    }

    private static bool Matches(string reference, string answer) => NumberText.IsCanonical(reference)
        ? NumberText.Parse(answer) is { } value && value == NumberText.Parse(reference)
        : answer == reference;
}
