using System.Text.RegularExpressions;

namespace DataEnvGym.Domains.Mathematics.Grading.Parity;

/// <summary>
/// Normalises an answer as Minerva does (Lewkowycz et al. 2022, appendix D.1), step by step and in its order. Text is deleted wherever it occurs, also
/// inside words and commands: <c>\left</c> turns into <c>\le</c>, "issue" into "is". That is kept on purpose, so that figures can be compared.
/// </summary>
internal static partial class ParityNormaliser
{
    private static readonly (string Old, string New)[] Substitutions =
    [
        ("an ", ""), ("a ", ""), (".$", "$"), ("\\$", ""), ("\\ ", ""), (" ", ""), ("mbox", "text"), (",\\text{and}", ","), ("\\text{and}", ","), ("\\text{m}", "\\text{}"),
    ];

    private static readonly string[] Deletions =
    [
        "square", "ways", "integers", "dollars", "mph", "inches", "ft", "hours", "km", "units", "\\ldots", "sue", "points", "feet", "minutes", "digits", "cents", "degrees", "cm", "gm", "pounds",
        "meters", "meals", "edges", "students", "childrentickets", "multiples", "\\text{s}", "\\text{.}", "\\text{\ns}", "\\text{}^2", "\\text{}^3", "\\text{\n}", "\\text{}", "\\mathrm{th}",
        "^\\circ", "^{\\circ}", "\\;", ",\\!", "{,}", "\"", "\\dots",
    ];

    public static string Normalise(string answer)
    {
        answer = answer[(answer.LastIndexOf('=') + 1)..];
        foreach (var (old, replacement) in Substitutions)
        {
            answer = answer.Replace(old, replacement, StringComparison.Ordinal);
        }

        foreach (var deletion in Deletions)
        {
            answer = answer.Replace(deletion, "", StringComparison.Ordinal);
        }

        answer = FirstMathematics().Replace(answer, "$$$1$$");
        answer = Text().Replace(answer, "$1");
        answer = Bold().Replace(answer, "$1");
        answer = Overline().Replace(answer, "$1");
        answer = Box().Replace(answer, "$1");
        answer = ShortFraction().Replace(answer, "frac{$1}{$2}");
        answer = ShortRoot().Replace(answer, "sqrt{$1}");
        answer = answer.Replace("$", "", StringComparison.Ordinal);
        return answer.Replace(",", "", StringComparison.Ordinal) is { Length: > 0 } digits && digits.All(char.IsDigit) ? digits : answer;
    }

    [GeneratedRegex(@".*?\$(.*?)\$.*")]
    private static partial Regex FirstMathematics();

    [GeneratedRegex(@"\\text\{(.*?)\}")]
    private static partial Regex Text();

    [GeneratedRegex(@"\\textbf\{(.*?)\}")]
    private static partial Regex Bold();

    [GeneratedRegex(@"\\overline\{(.*?)\}")]
    private static partial Regex Overline();

    // Up to the last brace of the line.
    [GeneratedRegex(@"\\boxed\{(.*)\}")]
    private static partial Regex Box();

    [GeneratedRegex(@"frac([^{])(.)")]
    private static partial Regex ShortFraction();

    [GeneratedRegex(@"sqrt([^{])")]
    private static partial Regex ShortRoot();
}
