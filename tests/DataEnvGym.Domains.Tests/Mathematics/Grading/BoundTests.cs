using DataEnvGym.Domains.Mathematics.Grading;

namespace DataEnvGym.Domains.Tests.Mathematics.Grading;

/// <summary>Each bound of the grader: what is as large is still understood, and what is one larger is not.</summary>
public sealed class BoundTests
{
    [Theory]
    [InlineData(@"\frac{500!}{499!}", "500", @"\frac{501!}{500!}", "501")]
    [InlineData(@"\frac{\binom{1000}{500}}{\binom{1000}{499}}", @"\frac{501}{500}", @"\frac{\binom{1002}{501}}{\binom{1002}{500}}", @"\frac{502}{501}")]
    [InlineData(@"\binom{100000}{2}", "4999950000", @"\binom{100001}{2}", "5000050000")]
    [InlineData("2^{10000}", "4^{5000}", "2^{10001}", @"2\cdot 4^{5000}")]
    [InlineData("1e300", "10^{300}", "1e301", "10^{301}")]
    [InlineData(@"\sum_{k=0}^{200} 1", "201", @"\sum_{k=0}^{201} 1", "202")]
    [InlineData("1 < x < 2x < 6", "(1,3)", "1 < x < 2x < 3x < 9", "(1,3)")]
    [InlineData("one red fox ate two hens", "One Red Fox Ate Two Hens", "one red fox ate two fat hens", "One Red Fox Ate Two Fat Hens")]
    public void Compare_AtTheBound_IsEqualAndBeyondIsNot(string gold, string prediction, string largerGold, string largerPrediction)
    {
        Answers.ShouldBeEqual(gold, prediction);
        Answers.ShouldDiffer(largerGold, largerPrediction);
    }

    public static TheoryData<string, int, Func<int, (string Gold, string Prediction)>> Sizes() => new()
    {
        { "digits", 2_000, n => (new string('7', n), $"{new string('7', n)}/1") },
        { "tokens", 1_500, n => (n % 2 == 0 ? $"{(n / 2) - 2}" : $"{(n + 1) / 2}", $"\\boxed{{{(n % 2 == 0 ? "-" : "")}1{Repeat("+1", ((n + 1) / 2) - 1)}}}") },
        { "brackets", 79, n => ("5", $"\\boxed{{{new string('(', n)}x-x+5{new string(')', n)}}}") },
        { "items", 120, n => (string.Join(", ", Enumerable.Range(1, n)), string.Join(", ", Enumerable.Range(1, n).Reverse())) },
        { "side of a matrix", 12, n => ($"\\begin{{pmatrix}}{n}\\end{{pmatrix}}", $"\\begin{{pmatrix}}1{Repeat("&1", n - 1)}\\end{{pmatrix}}\\begin{{pmatrix}}1{Repeat("\\\\1", n - 1)}\\end{{pmatrix}}") },
        { "older fractions", 40, n => ("1", $"\\boxed{{{Repeat("{1\\over 1}", n)}}}") },
        { "words between boxes", 4, n => ("1, 2", $"\\boxed{{1}} and{Repeat(" aa", n)} \\boxed{{2}}") },
        { "gap between boxes", 60, n => ("1, 2", $"\\boxed{{1}},{new string(' ', n - 1)}\\boxed{{2}}") },
        { "mathematics between dollar signs", 4_000, n => ("x", $"So ${new string(' ', n - 1)}x$ of them, which seem to be enough") },
        { "prose behind a number", 1_998, n => ("7", $"7 {Repeat("word ", 400)}"[..n] + "ab") },
        { "prose behind a date", 2_000, n => ("May 5", $"May 5 {Repeat("word ", 400)}"[..(n - 1)] + "x") },
        { "text", 60_000, n => ("5", $"\\boxed{{5}}{new string(' ', n - 9)}") },
    };

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Compare_AsLargeAsTheBound_IsEqualAndOneLargerIsNot(string what, int most, Func<int, (string Gold, string Prediction)> pair)
    {
        var (atBound, beyond) = (pair(most), pair(most + 1));

        MathAnswers.Compare(atBound.Gold, atBound.Prediction).Equal.ShouldBeTrue(what);
        MathAnswers.Compare(beyond.Gold, beyond.Prediction).Equal.ShouldBeFalse(what);
    }

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));
}
