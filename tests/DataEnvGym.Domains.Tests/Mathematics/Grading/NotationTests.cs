namespace DataEnvGym.Domains.Tests.Mathematics.Grading;

/// <summary>Other ways to write the same.</summary>
public sealed class NotationTests
{
    [Theory]
    [InlineData(@"$-0.5$", @"-.5")]
    [InlineData(@"$3^{7}\cdot 2$", @"4374")]
    [InlineData(@"$2^{2018}$", @"$2\cdot 2^{2017}$")]
    [InlineData(@"$1.5\times10^{-4}$", @"0.00015")]
    [InlineData(@"3.0e-4", @"0.0003")]
    [InlineData(@"$6+9i$", @"$9i+6$")]
    [InlineData(@"1/7", @"0.142857")]
    [InlineData(@"25", @"= 25")]
    [InlineData(@"3 1/2", @"3.5")]
    [InlineData(@"1 1/2", @"1.5")]
    public void Compare_SameAnswer_IsEqualEitherWay(string gold, string prediction)
    {
        Answers.ShouldBeEqual(gold, prediction);
        Answers.ShouldBeEqual(prediction, gold);
    }

    [Theory]
    [InlineData(@"2", @"2.0000001")]
    [InlineData(@"$(0.999)^{1000000}$", @"$(0.999)^{999999}$")]
    public void Compare_OtherAnswer_IsUnequalEitherWay(string gold, string prediction)
    {
        Answers.ShouldDiffer(gold, prediction);
        Answers.ShouldDiffer(prediction, gold);
    }
}
