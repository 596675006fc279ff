using DataEnvGym.Core.Statistics;

namespace DataEnvGym.Core.Tests.Statistics;

public sealed class NormalTests
{
    // Quantiles of the standard normal distribution, from the tables and, for the last, from a computation with 50 digits.
    [Theory]
    [InlineData(0.5, 0.674489750196081743)]
    [InlineData(0.6826894921370859, 1)]
    [InlineData(0.8, 1.2815515655446004)]
    [InlineData(0.85, 1.4395314709384563)]
    [InlineData(0.90, 1.6448536269514722)]
    [InlineData(0.95, 1.959963984540054)]
    [InlineData(0.99, 2.5758293035489004)]
    [InlineData(0.999, 3.2905267314918945)]
    [InlineData(0.9999, 3.8905918864131203)]
    public void TwoSided_KnownConfidence_GivesItsQuantile(double confidence, double z) => Normal.TwoSided(confidence).ShouldBe(z, 1e-11);

    [Theory]
    [InlineData(0)]
    [InlineData(0.99995)]
    [InlineData(1)]
    public void TwoSided_OutOfRange_Throws(double confidence) => Should.Throw<ArgumentOutOfRangeException>(() => Normal.TwoSided(confidence));

    [Fact]
    public void PairedDifference_At95Percent_IsTheUsualOne()
    {
        var table = new PairTable(Both: 40, OnlyBefore: 5, OnlyAfter: 20, Neither: 35);
        var (given, usual) = (Proportions.PairedDifference(table, 0.95), Proportions.PairedDifference(table));

        given.Low.ShouldBe(usual.Low, 1e-12);
        given.High.ShouldBe(usual.High, 1e-12);
    }

    [Fact]
    public void PairedDifference_MoreConfidence_IsWider()
    {
        var table = new PairTable(Both: 40, OnlyBefore: 5, OnlyAfter: 20, Neither: 35);
        var (wide, narrow) = (Proportions.PairedDifference(table, 0.99), Proportions.PairedDifference(table, 0.8));

        wide.Value.ShouldBe(narrow.Value);
        wide.Low.ShouldBeLessThan(narrow.Low);
        wide.High.ShouldBeGreaterThan(narrow.High);
    }
}
