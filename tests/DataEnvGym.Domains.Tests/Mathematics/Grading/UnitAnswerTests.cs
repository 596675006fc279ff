namespace DataEnvGym.Domains.Tests.Mathematics.Grading;

/// <summary>Units, currency, percent, degrees.</summary>
public sealed class UnitAnswerTests
{
    [Theory]
    [InlineData(@"$10 \mathrm{~km} / \mathrm{h}$", @"10")]
    [InlineData(@"$10 \mathrm{~km} / \mathrm{h}$", @"10 km/h")]
    [InlineData(@"$18^{\circ}, 72^\circ$", @"18 and 72 degrees")]
    [InlineData(@"$m\angle A=30^\circ$", @"30")]
    [InlineData(@"$\angle ABC=30^\circ$", @"$30^\circ$")]
    [InlineData(@"$2\frac{1}{3}$ hours", @"$\frac73$")]
    [InlineData(@"$\dfrac{\sqrt{6}-\sqrt{2}}{4}$", @"$\sin 15^\circ$")]
    [InlineData(@"5,000 dollars", @"\$5{,}000")]
    [InlineData(@"$5 per hour", @"5")]
    [InlineData(@"45 mph", @"45")]
    [InlineData(@"$\text{5 cm}$", @"5")]
    [InlineData(@"$\text{5}$", @"5")]
    [InlineData(@"$12\%$", @"12 percent")]
    [InlineData(@"0.12", @"12%")]
    [InlineData(@"$0.5\%$", @"0.005")]
    [InlineData(@"25", @"Thus, the total is 25 dollars.")]
    [InlineData(@"$\frac{12}{5}\text{ feet}$", @"2.4 feet")]
    [InlineData(@"12.5\%", @"$\frac18$")]
    [InlineData(@"$5^\circ C$", @"5")]
    public void Compare_SameAnswer_IsEqualEitherWay(string gold, string prediction)
    {
        Answers.ShouldBeEqual(gold, prediction);
        Answers.ShouldBeEqual(prediction, gold);
    }

    [Theory]
    [InlineData(@"$3 \mathrm{~cm}$", @"$30 \mathrm{~mm}$")]
    [InlineData(@"3 hours", @"180 minutes")]
    public void Compare_OtherAnswer_IsUnequalEitherWay(string gold, string prediction)
    {
        Answers.ShouldDiffer(gold, prediction);
        Answers.ShouldDiffer(prediction, gold);
    }
}
