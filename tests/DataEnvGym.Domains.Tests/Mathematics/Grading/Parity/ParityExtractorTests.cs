using DataEnvGym.Domains.Mathematics.Grading.Parity;

namespace DataEnvGym.Domains.Tests.Mathematics.Grading.Parity;

public sealed class ParityExtractorTests
{
    [Theory]
    [InlineData(@"So \boxed{1}, no: $\boxed{\frac{1}{2}}$.", @"\frac{1}{2}")]
    [InlineData(@"It is \fbox{3}.", "3")]
    [InlineData(@"It is $\boxed 7$, of course.", "7")]
    [InlineData("Two and two.\n#### 4", "4")]
    [InlineData(@" \sqrt{2} ", @"\sqrt{2}")]
    public void OfGold_BoxHashesOrBareAnswer_IsFound(string text, string answer) => ParityExtractor.OfGold(text).ShouldBe(answer);

    [Theory]
    [InlineData(@"Final Answer: The final answer is $5$. I hope it is correct.", " $5$. ")]
    [InlineData(@"Final Answer: The final answer is $5$.", " $5$. ")]
    [InlineData(@"Therefore, the final answer is: $\boxed{1251}$. I hope it is correct.", @": $\boxed{1251}$. ")]
    [InlineData("Therefore, the final answer is 1. I hope it is correct.\nFinal Answer: The final answer is 2. I hope it is correct.", " 2. ")]
    [InlineData("Final Answer: The final answer is 1. I hope it is correct. Final Answer: The final answer is 2. I hope it is correct.", " 1. ")]
    [InlineData("Final Answer: The final answer is\n3. Therefore, the final answer is 4.", " 4. ")]
    [InlineData(@"$\boxed{1}$ and then $\boxed{2}$, see \boxed{3}", "2")]
    [InlineData(@"$\boxed{1}$ and then $\boxed{\frac{1}{2}}$", "1")]
    [InlineData(@"It is $\boxed{}$", "")]
    public void OfResponse_KnownForms_AreTakenInTheirOrder(string text, string answer) => ParityExtractor.OfResponse(text).ShouldBe(answer);

    [Theory]
    [InlineData("The answer is 5.")]
    [InlineData("#### 5")]
    [InlineData(@"\boxed{5}")]
    [InlineData(@"$\boxed{\frac{1}{2}}$")]
    [InlineData("The final answer is 5. I hope it is correct.")]
    [InlineData("Final Answer: The final answer is 5\n")]
    public void OfResponse_AnyOtherForm_IsNoAnswer(string text) => ParityExtractor.OfResponse(text).ShouldBeNull();

    [Fact]
    public void OfResponse_EndlessAnswer_IsNoAnswer() =>
        ParityExtractor.OfResponse($"Final Answer: The final answer is {new string('1', 3_000)}.").ShouldBeNull();

    [Fact]
    public void OfResponse_MegabytesOfMarks_EndSoon()
    {
        foreach (var piece in new[] { "Final Answer: The final answer is ", "$\\boxed{", "$\\boxed{1", "\\boxed " })
        {
            ParityExtractor.OfResponse($"{string.Concat(Enumerable.Repeat(piece, 100_000))}\n").ShouldBeNull();
        }
    }
}
