using DataEnvGym.Core.Tasks;
using DataEnvGym.Domains.Mathematics.Grading;

namespace DataEnvGym.Domains.Tests.Mathematics.Grading;

public sealed class MathGraderTests
{
    private static readonly Item Half = new("item", "What is 2/4?", "\\frac{1}{2}");

    [Theory]
    [InlineData("So it is \\boxed{0.5}.", Verdict.Correct, "0.5")]
    [InlineData("The final answer is $\\frac{2}{3}$.", Verdict.Wrong, "\\frac{2}{3}")]
    [InlineData("   ", Verdict.NoAnswer, null)]
    public void Grade_Response_HasVerdictScoreAndAnswer(string response, Verdict verdict, string? extracted) =>
        MathGrader.Instance.Grade(Half, response).ShouldBe(new Grade(verdict, verdict == Verdict.Correct ? 1 : 0, extracted));

    [Theory]
    [InlineData("5", "5", "text")]
    [InlineData("\\frac{1}{2}", "0.5", "rational")]
    [InlineData("$\\sqrt{8}$", "$2\\sqrt{2}$", "probing")]
    [InlineData("1/3", "0.333", "decimal")]
    [InlineData("50%", "50", "percent")]
    [InlineData("$\\{1,2\\}$", "$\\{2,1\\}$", "set")]
    [InlineData("$(1, 2)$", "$(1, 2.0)$", "tuple")]
    [InlineData("$x>3$", "$(3,\\infty)$", "interval")]
    [InlineData("(C)", "C) 42", "choice")]
    [InlineData("5", "", "no-answer")]
    [InlineData("\\text{red}", "\\text{blue}", "text")]
    public void Compare_Pair_SaysWhichRuleDecided(string gold, string prediction, string rule) =>
        MathAnswers.Compare(gold, prediction).Reason.Split(':')[0].ShouldBe(rule);

    [Fact]
    public void GraderCatalog_Names_AreSortedAndFound()
    {
        GraderCatalog.Names.ShouldBe(GraderCatalog.Names.Order(StringComparer.Ordinal));
        GraderCatalog.Names.ShouldBeSubsetOf(["gsm8k", "math", "parity"]);
        GraderCatalog.Find("math")!.Version.ShouldBe(MathGrader.Instance.Name);
        GraderCatalog.Find("gsm8k")!.Version.ShouldBe(FinalAnswerVersion);
        GraderCatalog.Find("none").ShouldBeNull();
    }

    [Theory]
    [InlineData("a\n#### 1,200", "b #### 1200", true)]
    [InlineData("1200", "#1200", true)]
    [InlineData("#### 12", "#### 13", false)]
    [InlineData("#### 12", "12", false)]
    public void Gsm8kAnswers_Pair_FollowsTheFinalAnswerGrader(string gold, string prediction, bool equal) =>
        Gsm8kAnswers.Compare(gold, prediction).Equal.ShouldBe(equal);

    private static string FinalAnswerVersion => Domains.Mathematics.FinalAnswerGrader.Instance.Name;
}
