using DataEnvGym.Domains.Mathematics.Grading;
using DataEnvGym.Domains.Mathematics.Grading.Comparison;
using DataEnvGym.Domains.Mathematics.Grading.Parsing;

namespace DataEnvGym.Domains.Tests.Mathematics.Grading;

/// <summary>Answers that are meant to exhaust the grader. That these tests end is half of what they say.</summary>
public sealed class HostileAnswerTests
{
    public static TheoryData<string> Attacks { get; } = new(
        "$10^{10^{10}}$", "$9^{9^{9^{9}}}$", Repeat("(", 100_000), $"${Repeat("{", 5_000)}2{Repeat("}", 5_000)}$", $"\\frac{Repeat("\\frac", 3_000)}", Repeat("9", 50_000),
        Repeat("x", 3_000_000), Repeat("1+", 20_000), "$(x+1)^{1000000}$", "$100000!$", "$1000000!!!!!!$", "$\\binom{1000000}{500000}$", Repeat("$", 200_000), Repeat("\\boxed{", 50_000),
        Repeat("\\(", 50_000), $"\\{{{string.Join(',', Enumerable.Range(2, 400))}\\}}", $"\\{{{string.Join(',', Enumerable.Range(2, 150).Select(i => $"\\sin {i}"))}\\}}",
        Repeat("answer is ", 50_000), Repeat("#### ", 50_000), "$\\sum_{k=1}^{1000000000} k$", $"${Repeat("\\sqrt{", 70)}2{Repeat("}", 70)}$", $"${Repeat("|", 1_000)}$", $"${Repeat("-", 10_000)}2$",
        $"$5{Repeat("!", 1_000)}$", "2e999999999", Repeat("\\text{", 10_000), $"${Repeat("\\pm 2", 200)}$", $"${Repeat("x<", 700)}x$", Repeat("<|", 100_000), Repeat("word ", 300_000),
        $"${Repeat("a_", 1_000)}a$", $"${Repeat("x^", 1_000)}2$", $"${Repeat("\\sin ", 1_000)}2$", $"${Repeat("f(", 1_000)}2$", $"${Repeat("\\begin{pmatrix}", 1_000)}$", Repeat("$x$ and ", 10_000),
        $"${Repeat("\\angle ", 1_400)}$", "\\frac{2}{0}", "$0^{-1}$", "\\", "\ud800", "$$", "$\\log_1 2$", $"$2{Repeat("{,}222", 300)}$");

    [Theory]
    [MemberData(nameof(Attacks))]
    public void Compare_Attack_EndsAndIsNotOne(string attack)
    {
        Answers.ShouldDiffer("1", attack);
        Answers.ShouldDiffer(attack, "1");
    }

    [Theory]
    [InlineData("$10^{10^{10}}$", "$10^{10^{10}}+1$")]
    [InlineData("$(x+1)^{1000000}$", "$(x+1)^{999999}$")]
    [InlineData("$(0.999)^{1000000}$", "$(0.999)^{999999}$")]
    [InlineData("$100000!$", "$99999!$")]
    [InlineData("$2^{20000}$", "$2^{20000}+1$")]
    [InlineData("\\frac{1}{0}", "\\frac{2}{0}")]
    public void Compare_NumbersOutOfRange_AreNotTakenForEqual(string gold, string prediction) => Answers.ShouldDiffer(gold, prediction);

    [Fact]
    public void Compare_NumbersOfFiftyThousandDigits_AreComparedDigitByDigit()
    {
        var nines = Repeat("9", 50_000);
        Answers.ShouldBeEqual($"${nines}$", $"\\boxed{{{nines}}}");
        Answers.ShouldDiffer($"${nines}$", $"\\boxed{{{nines[..^1]}8}}");
    }

    [Fact]
    public void Compare_AnswerBehindMegabytes_IsFound() => Answers.ShouldBeEqual("1", $"{Repeat(" lorem ipsum", 300_000)} so it is \\boxed{{1}}");

    [Fact]
    public void AnswerComparer_StepsUsedUp_Stops()
    {
        var ample = new WorkBudget(WorkBudget.Default);
        var items = Enumerable.Range(0, 60).Select(i => $"\\sin {i}").ToList();
        var (left, right) = (Parser.Parse(string.Join(',', items), CommaStyle.List, ample), Parser.Parse(string.Join(',', Enumerable.Reverse(items)), CommaStyle.List, ample));
        Should.Throw<WorkBudgetException>(() => new AnswerComparer(new WorkBudget(2_000)).Compare(left, right));
        new AnswerComparer(ample).Compare(left, right).Equal.ShouldBeTrue();
    }

    [Fact]
    public void Compare_MoreStepsThanAllowed_SaysSo()
    {
        var sums = string.Join(',', Enumerable.Range(0, 60).Select(i => $"\\sum_{{k=1}}^{{200}} \\sin({i}k)"));
        MathAnswers.Compare($"\\{{{sums}\\}}", "\\{1,2\\}").Reason.ShouldStartWith("budget");
    }

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));
}
