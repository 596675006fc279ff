using System.Text.Json;
using DataEnvGym.Core.Tasks;
using DataEnvGym.Domains.Mathematics.Grading;
using DataEnvGym.Domains.Mathematics.Grading.Parity;

namespace DataEnvGym.Domains.Tests.Mathematics.Grading.Parity;

public sealed class ParityAnswersTests
{
    [Theory]
    [InlineData(@"\boxed{\frac{1}{2}}", "0.5")]
    [InlineData(@"\boxed{\frac{1}{2}}", @"\frac12")]
    [InlineData("1,000", "1000")]
    [InlineData(@"x^2+2x+1", "(x+1)^2")]
    [InlineData(@"\sqrt{8}", @"2\sqrt{2}")]
    [InlineData(@"\text{East}", "East")]
    [InlineData("(1,2)", "( 1, 2 )")]
    [InlineData("x = 5", "5")]
    [InlineData(@"90^\circ", "90")]
    [InlineData(@"12\text{ cm}", "12")]
    [InlineData(@"2\pi", @"\pi + \pi")]
    [InlineData("(3,\\infty)", "(3, \\infty)")]
    [InlineData(@"1\frac{1}{2}", @"\frac12")]
    [InlineData("tea", "eat")]
    public void Compare_SameByTheRulesOfTheOriginal_IsEqual(string gold, string answer) => Compare(gold, answer).Equal.ShouldBeTrue($"{Compare(gold, answer)}");

    [Theory]
    [InlineData("1/3", "0.33")]
    [InlineData("(1,2)", "(1,2.0)")]
    [InlineData(@"\{1,2\}", @"\{2,1\}")]
    [InlineData(@"1\frac{1}{2}", "1.5")]
    [InlineData(@"\pi", "3.141592653589793")]
    [InlineData(@"e^{i\pi}", "-1")]
    [InlineData(@"50\%", "0.5")]
    [InlineData("East", "West")]
    [InlineData("5", "6")]
    public void Compare_DifferentByTheRulesOfTheOriginal_IsUnequal(string gold, string answer) => Compare(gold, answer).Equal.ShouldBeFalse($"{Compare(gold, answer)}");

    [Fact]
    public void Compare_ResponseInAnotherForm_HasNoAnswer()
    {
        var comparison = ParityAnswers.Compare(@"\boxed{5}", "The answer is 5.");

        comparison.ShouldBe(new(false, "5", null, "no-answer: none in the response"));
    }

    [Fact]
    public void Grade_EveryOutcome_HasItsVerdict()
    {
        ParityGrader.Instance.Name.ShouldBe("parity/1");
        GraderCatalog.Find("parity")!.Version.ShouldBe("parity/1");
        var item = new Item("i", "p", "5");
        ParityGrader.Instance.Grade(item, "Final Answer: The final answer is $5$.").ShouldBe(new(Verdict.Correct, 1, "5"));
        ParityGrader.Instance.Grade(item, "Final Answer: The final answer is $6$.").ShouldBe(new(Verdict.Wrong, 0, "6"));
        ParityGrader.Instance.Grade(item, "5").ShouldBe(new(Verdict.NoAnswer, 0, null));
    }

    [Fact]
    public void Compare_HostileFormulas_EndSoon()
    {
        foreach (var answer in new[] { new string('(', 1_900), string.Concat(Enumerable.Repeat("2^", 900)) + "2", string.Concat(Enumerable.Repeat(@"\frac", 380)) })
        {
            Compare(answer, answer).PredAnswer.ShouldNotBeNull();
        }
    }

    [SkippableTheory]
    [InlineData("train.jsonl")]
    [InlineData("test.jsonl")]
    public void Compare_Gsm8kGoldsAsTheOriginalWritesThem_EqualThemselves(string file)
    {
        var golds = File.ReadLines(SharedData.PathOf("gsm8k", file)).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("answer").GetString()!).ToList();
        var right = golds.Count(gold =>
        {
            var number = gold[(gold.LastIndexOf("####", StringComparison.Ordinal) + 4)..].Trim();
            var text = $"{gold}\nFinal Answer: The final answer is $\\boxed{{{number}}}$.";
            return ParityAnswers.Compare(text, text).Equal && ParityAnswers.Compare(gold, text).Equal;
        });

        ((double)right / golds.Count).ShouldBeGreaterThanOrEqualTo(0.99);
    }

    private static AnswerComparison Compare(string gold, string answer) => ParityAnswers.Compare(gold, $"So it goes.\nFinal Answer: The final answer is ${answer}$. I hope it is correct.");
}
