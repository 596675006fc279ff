namespace DataEnvGym.Domains.Tests.Mathematics.Grading;

/// <summary>Other ways to write the same.</summary>
public sealed class NotationTests
{
    [Theory]
    [InlineData(@"$-0.5$", @"-.5")]
    [InlineData(@"1000", @"1,000.00")]
    [InlineData(@"$1{,}000.5$", @"1000.5")]
    [InlineData(@"-1,000", @"-1000")]
    [InlineData(@"$3^{7}\cdot 2$", @"4374")]
    [InlineData(@"$2^{2018}$", @"$2\cdot 2^{2017}$")]
    [InlineData(@"$\mathrm{C}$", @"C")]
    [InlineData(@"$1.5\times10^{-4}$", @"0.00015")]
    [InlineData(@"3.0e-4", @"0.0003")]
    [InlineData(@"$6+9i$", @"$9i+6$")]
    [InlineData(@"1 \frac{4}{5}", @"\frac{9}{5}")]
    [InlineData(@"$0.\overline{4}$", @"4/9")]
    [InlineData(@"1/7", @"0.142857")]
    [InlineData(@"25", @"= 25")]
    [InlineData(@"3 1/2", @"3.5")]
    [InlineData(@"1 1/2", @"1.5")]
    [InlineData(@"$1/3$", @"$\frac{ 1}{ 3 }$")]
    [InlineData(@"$1/72$", @"$\frac1{72}$")]
    [InlineData(@"$\frac{9}{10}$", @"$\frac 9{10}$")]
    [InlineData(@"$\frac 12$", @"0.5")]
    [InlineData(@"$10$", @"\boxed{\$10.00}")]
    [InlineData(@"$6$", @"$2\cdot3$")]
    [InlineData(@"$\frac{1}{2}$", @"$\tfrac{1}{2}$")]
    [InlineData(@"$1/3$", @"${1}/{3}$")]
    [InlineData(@"$1/3$", @"$1\div3$")]
    [InlineData(@"$10$", @"$\text{10}$")]
    [InlineData(@"$10$", @"\boxed{\text{10}}")]
    [InlineData(@"$0.5$", @"$.5$")]
    [InlineData(@"$12$", @"\boxed{12}\boxed{}")]
    [InlineData(@"$2^{2004}$", @"$4^{1002}$")]
    [InlineData(@"$\lg 100$", @"2")]
    [InlineData(@"$\frac{e^2-1}{2}$", @"$\frac{1}{2}(e^{2}-1)$")]
    [InlineData(@"(1)", @"1")]
    [InlineData(@"$P=\frac{1}{3}$", @"$1/3$")]
    [InlineData(@"3 \frac{1}{2}", @"7/2")]
    [InlineData(@"1,000", @"1000.0")]
    [InlineData(@"10,000,000", @"$10^7$")]
    [InlineData(@"2.5 \times 10^{-5}", @"0.000025")]
    [InlineData(@"5e3", @"5000")]
    [InlineData(@"1234567", @"1 234 567")]
    [InlineData(@"-3", @"−3")]
    [InlineData(@"1,5", @"1.5")]
    [InlineData(@"1/2", @"½")]
    [InlineData(@"2/4", @"1/2")]
    [InlineData(@"1.0", @"1")]
    [InlineData(@"007", @"7")]
    [InlineData(@"100", @"100.00")]
    [InlineData(@"3.14", @"\pi")]
    public void Compare_SameAnswer_IsEqualEitherWay(string gold, string prediction)
    {
        Answers.ShouldBeEqual(gold, prediction);
        Answers.ShouldBeEqual(prediction, gold);
    }

    [Theory]
    [InlineData(@"$0.4$", @"$\frac49$")]
    [InlineData(@"2", @"2.0000001")]
    [InlineData(@"$(0.999)^{1000000}$", @"$(0.999)^{999999}$")]
    [InlineData(@"\frac{1}{0}", @"\frac{2}{0}")]
    [InlineData(@"$C_5^2$", @"10")]
    [InlineData(@"1.000.000", @"1000000")]
    [InlineData(@"12", @"1 2")]
    [InlineData(@"3.1", @"\pi")]
    [InlineData(@"22/7", @"\pi")]
    [InlineData(@"0.999", @"1")]
    [InlineData(@"1e-10", @"0")]
    [InlineData(@"2,3", @"23")]
    [InlineData(@"23", @"2,3")]
    [InlineData(@"1/2", @"2/1")]
    [InlineData(@"2^3", @"3^2")]
    [InlineData(@"1-2", @"2-1")]
    [InlineData(@"$\frac{1}{23}$", @"$\frac{12}{3}$")]
    [InlineData(@"$1,00$", @"1,000,000")]
    public void Compare_OtherAnswer_IsUnequalEitherWay(string gold, string prediction)
    {
        Answers.ShouldDiffer(gold, prediction);
        Answers.ShouldDiffer(prediction, gold);
    }
}
