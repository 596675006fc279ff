namespace DataEnvGym.Domains.Tests.Mathematics.Grading;

/// <summary>Answers in running text.</summary>
public sealed class RunningTextTests
{
    [Theory]
    [InlineData(@"#### 1,200", @"So she makes $1,200.")]
    [InlineData(@"#### 18", @"Janet makes 9*2 = $18 every day.")]
    [InlineData(@"42", @"Therefore x = 42")]
    [InlineData(@"$\frac{1}{2}$", @"**Final Answer:** $\frac{1}{2}$")]
    [InlineData(@"15", @"The answer is \(15\) apples.")]
    [InlineData(@"15", @"\boxed{15\text{ apples}}")]
    [InlineData(@"-5", @"\boxed{-5}")]
    [InlineData(@"x+1", @"$x+1$")]
    [InlineData(@"3x^2", @"$3x^{2}$")]
    [InlineData(@"2/3", @"\boxed{\dfrac{2}{3}}")]
    [InlineData(@"0", @"$0.0$")]
    [InlineData(@"$\frac{3}{4}\text{ hours}$", @"$\frac34$")]
    [InlineData(@"$4.5\times 10^{3}$", @"4500")]
    [InlineData(@"$\frac{\pi}{2}$", @"1.57")]
    [InlineData(@"$2+3i$", @"$3i+2$")]
    [InlineData(@"$i^2$", @"-1")]
    [InlineData(@"$\frac{1}{1+i}$", @"$\frac{1-i}{2}$")]
    [InlineData(@"7 = 7", @"7")]
    [InlineData(@"10^{-3}", @"0.001")]
    [InlineData(@"11\sqrt{2} \text{ cm}", @"$11\sqrt2$")]
    [InlineData(@"$\$1.50$", @"1.5")]
    [InlineData(@"$(-\infty, -1) \cup (-1, 1)$", @"$(-\infty,-1) \cup (-1,1)$")]
    [InlineData(@"\frac{\pi}{6}, \frac{5\pi}{6}", @"$\frac{5\pi}{6}$ and $\frac{\pi}{6}$")]
    [InlineData(@"2\times 2", @"4")]
    [InlineData(@"6 \text{ and } 8", @"8, 6")]
    [InlineData(@"3 + \sqrt{5}", @"3+sqrt(5)")]
    [InlineData(@"\tan x", @"\frac{\sin x}{\cos x}")]
    [InlineData(@"1234", @"1,234")]
    [InlineData(@"$9$", @"Answer \begin{align} 9 \end{align}")]
    [InlineData(@"$9$", "\\begin{equation}\nx=9\n\\end{equation}")]
    [InlineData(@"8", @"**8**")]
    [InlineData(@"8", @"The final answer is: $\boxed{8}$.")]
    [InlineData(@"8", @"Thus the answer is **8**.")]
    [InlineData(@"$n^2+n$ for all n", @"$n(n+1)$")]
    public void Compare_SameAnswer_IsEqualEitherWay(string gold, string prediction)
    {
        Answers.ShouldBeEqual(gold, prediction);
        Answers.ShouldBeEqual(prediction, gold);
    }

    [Theory]
    [InlineData(@"7", @"I think it is 7, not 8.")]
    [InlineData(@"$5$", @"-5")]
    [InlineData(@"$2+3i$", @"$2-3i$")]
    [InlineData(@"$p - q$", @"$q-p$")]
    [InlineData(@"5x", @"5y")]
    [InlineData(@"x", @"X")]
    [InlineData(@"100", @"1,00")]
    [InlineData(@"1.234", @"1,234")]
    [InlineData(@"$\frac{1}{3}$", @"The probability is one third.")]
    public void Compare_OtherAnswer_IsUnequalEitherWay(string gold, string prediction)
    {
        Answers.ShouldDiffer(gold, prediction);
        Answers.ShouldDiffer(prediction, gold);
    }
}
