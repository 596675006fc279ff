using DataEnvGym.Core.Tasks;
using DataEnvGym.Domains.Mathematics;
using FsCheck;
using FsCheck.Xunit;

namespace DataEnvGym.Domains.Tests.Mathematics;

public sealed class FinalAnswerGraderTests
{
    [Theory]
    [InlineData("18", "#### 18")]
    [InlineData("18", "He sold 16 - 3 = 13 eggs.\n#### 18")]
    [InlineData("18", "#18")]
    [InlineData("18", "####\n18")]
    [InlineData("18", "#### 18\nThe end.")]
    [InlineData("18", "#### 18\r\n")]
    [InlineData("18", "horse #2 wins\n#### 18")]
    [InlineData("18", "#17#18")]
    [InlineData("18", "#### 18.0")]
    [InlineData("18", "#### 18.")]
    [InlineData("18", "#### +18")]
    [InlineData("18", "#### $18")]
    [InlineData("18", "#### $ 18.00.")]
    [InlineData("18", "#### €18")]
    [InlineData("18", "#### \\$18")]
    [InlineData("18", "#### 18%")]
    [InlineData("18", "#### 18 %")]
    [InlineData("-18", "#### -$18")]
    [InlineData("-18", "#### $-18")]
    [InlineData("-18", "#### \u221218")]
    [InlineData("0", "#### -0.00")]
    [InlineData("0.5", "#### .5")]
    [InlineData("0.5", "#### 0.50")]
    [InlineData("1,080", "#### 1080")]
    [InlineData("1080", "#### 1,080")]
    [InlineData("1,000,000", "#### $1000000.00")]
    [InlineData("123456789012345678901234567890", "#### 123,456,789,012,345,678,901,234,567,890")]
    [InlineData("XIV", "#XIV")]
    [InlineData("3/4", "# 3/4 ")]
    [InlineData("Mar 4", "#Mar 4")]
    [InlineData("0359", "#0359")]
    [InlineData("7:05", "#7:05")]
    public void Grade_RightAnswer_IsCorrect(string reference, string response)
    {
        var grade = Grade(reference, response);

        grade.Verdict.ShouldBe(Verdict.Correct);
        grade.Score.ShouldBe(1);
    }

    [Theory]
    [InlineData("18", "#### 81")]
    [InlineData("18", "#### -18")]
    [InlineData("18", "#### 18.01")]
    [InlineData("18", "#### 1 8")]
    [InlineData("18", "#### 1,8")]
    [InlineData("18", "#### 018")]
    [InlineData("18", "#18#17")]
    [InlineData("18", "#### 18 million")]
    [InlineData("18", "#### 18e0")]
    [InlineData("18", "#### eighteen")]
    [InlineData("18", "#### 3*6")]
    [InlineData("5", "#### 5$6")]
    [InlineData("123456789012345678", "#### 123456789012345679")]
    [InlineData("0.1", "#### 0.10000000000000000001")]
    [InlineData("0359", "#359")]
    [InlineData("0359", "#0,359")]
    [InlineData("00278", "#278")]
    [InlineData("XIV", "#xiv")]
    [InlineData("Tue", "#Tues")]
    [InlineData("Tue", "#Tue.")]
    [InlineData("3/4", "#0.75")]
    [InlineData("Mar 4", "#Mar4")]
    public void Grade_OtherAnswer_IsWrong(string reference, string response)
    {
        var grade = Grade(reference, response);

        grade.Verdict.ShouldBe(Verdict.Wrong);
        grade.Score.ShouldBe(0);
        grade.Extracted.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData("18")]
    [InlineData("The answer is 18.")]
    [InlineData("####")]
    [InlineData("18####  \n ")]
    [InlineData("18 #")]
    public void Grade_NoAnswerAfterTheMark_IsNoAnswer(string response) =>
        Grade("18", response).ShouldBe(new Grade(Verdict.NoAnswer, 0, null));

    [Fact]
    public void Grade_EndlessResponse_ReadsOnlyItsEnd()
    {
        Grade("18", "#18" + new string(' ', 200_000)).Verdict.ShouldBe(Verdict.NoAnswer);
        Grade("18", new string('x', 200_000) + "#18").Verdict.ShouldBe(Verdict.Correct);
    }

    [Fact]
    public void Extract_AnswerWithTextAfterIt_IsTheFirstLine() =>
        FinalAnswerGrader.Extract("a\n####  Mar 4 \r\nb").ShouldBe("Mar 4");

    [Property(MaxTest = 500)]
    public bool Grade_AnyTexts_NeverThrowsAndScoresByVerdict(NonNull<string> reference, NonNull<string> response)
    {
        var grade = Grade(reference.Get, response.Get);
        return (grade.Score == 1) == (grade.Verdict == Verdict.Correct) && (grade.Extracted is null) == (grade.Verdict == Verdict.NoAnswer);
    }

    [Property(MaxTest = 500)]
    public bool Grade_TwoDecimals_AreEqualExactlyWhenTheirValuesAre(decimal a, decimal b) =>
        (Grade($"{a}", $"#### {b}").Verdict == Verdict.Correct) == (a == b)
        && Grade($"{a}", $"#### ${a:N28}").Verdict == Verdict.Correct;

    private static Grade Grade(string reference, string response) => FinalAnswerGrader.Instance.Grade(new Item("i", "p", reference), response);
}
