namespace DataEnvGym.Domains.Tests.Mathematics.Grading;

/// <summary>Integers, fractions, decimals, powers, digits in a base.</summary>
public sealed class NumberAnswerTests
{
    [Theory]
    [InlineData(@"$5$", @"The answer is 5.")]
    [InlineData(@"5", @"5.0")]
    [InlineData(@"0.5", @"\frac12")]
    [InlineData(@"$\frac{1}{2}$", @"$0.5$")]
    [InlineData(@"1/3", @"0.33")]
    [InlineData(@"\sqrt{2}", @"1.414")]
    [InlineData(@"$3\frac{1}{2}$", @"$\frac{7}{2}$")]
    [InlineData(@"$3\frac{1}{2}$", @"3 1/2")]
    [InlineData(@"$3\frac12$", @"3.5")]
    [InlineData(@"1,000,000", @"1000000")]
    [InlineData(@"$1{,}000$", @"1000")]
    [InlineData(@"$1\,000$", @"1000")]
    [InlineData(@"1.2\times10^5", @"120000")]
    [InlineData(@"1.2e5", @"120000")]
    [InlineData(@"$1.2 \cdot 10^{-3}$", @"0.0012")]
    [InlineData(@"50\%", @"0.5")]
    [InlineData(@"50%", @"50")]
    [InlineData(@"50%", @"1/2")]
    [InlineData(@"$50\%$", @"50 percent")]
    [InlineData(@"\$18", @"18")]
    [InlineData(@"$18.00", @"18 dollars")]
    [InlineData(@"5 cm", @"5")]
    [InlineData(@"$5\text{ cm}$", @"$5 \mathrm{~cm}$")]
    [InlineData(@"$5\text{ cm}^2$", @"$5$")]
    [InlineData(@"90^\circ", @"90")]
    [InlineData(@"$\sin 30^\circ$", @"$\frac12$")]
    [InlineData(@"$0.\overline{3}$", @"$\frac13$")]
    [InlineData(@"$0.1\overline{6}$", @"$\frac16$")]
    [InlineData(@"$5!$", @"$120$")]
    [InlineData(@"$\binom{5}{2}$", @"10")]
    [InlineData(@"$|{-3}|$", @"3")]
    [InlineData(@"$\lfloor 3.7\rfloor$", @"3")]
    [InlineData(@"$\log_2 8$", @"3")]
    [InlineData(@"$\ln e^2$", @"2")]
    [InlineData(@"$e^{i\pi}$", @"-1")]
    [InlineData(@"$2^{10}$", @"1024")]
    [InlineData(@"$2^{0.5}$", @"$\sqrt2$")]
    [InlineData(@"$\sqrt[3]{8}$", @"2")]
    [InlineData(@"$\frac{\sqrt{3}}{3}$", @"$\frac{1}{\sqrt{3}}$")]
    [InlineData(@"$3\sqrt2$", @"$\sqrt{18}$")]
    [InlineData(@"3sqrt(2)", @"$3\sqrt{2}$")]
    [InlineData(@"$4\pi$", @"4π")]
    [InlineData(@"$4\pi$", @"12.57")]
    [InlineData(@"$-\frac{1}{2}$", @"$\frac{-1}{2}$")]
    [InlineData(@"$-\frac{1}{2}$", @"$\frac{1}{-2}$")]
    [InlineData(@"$1011_2$", @"1011")]
    [InlineData(@"$1011_2$", @"$1011_{2}$")]
    public void Compare_SameAnswer_IsEqualEitherWay(string gold, string prediction)
    {
        Answers.ShouldBeEqual(gold, prediction);
        Answers.ShouldBeEqual(prediction, gold);
    }

    [Theory]
    [InlineData(@"1/3", @"0.3")]
    [InlineData(@"3.38", @"27/8")]
    [InlineData(@"\sqrt{2}", @"1.415")]
    [InlineData(@"50%", @"5")]
    [InlineData(@"$5\text{ cm}$", @"$5\text{ m}$")]
    [InlineData(@"$4\pi$", @"12.56")]
    [InlineData(@"$10^{10^{10}}$", @"1")]
    [InlineData(@"$10^{20}+1$", @"$10^{20}$")]
    [InlineData(@"$\frac{1}{2}$", @"$-\frac12$")]
    [InlineData(@"$1011_2$", @"11")]
    [InlineData(@"$1011_2$", @"$1010_2$")]
    [InlineData(@"$0{,}111$", @"111")]
    public void Compare_OtherAnswer_IsUnequalEitherWay(string gold, string prediction)
    {
        Answers.ShouldDiffer(gold, prediction);
        Answers.ShouldDiffer(prediction, gold);
    }
}
