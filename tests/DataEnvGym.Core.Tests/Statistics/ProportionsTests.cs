using DataEnvGym.Core.Statistics;

namespace DataEnvGym.Core.Tests.Statistics;

public sealed class ProportionsTests
{
    // Newcombe 1998, Statistics in Medicine 17:857, table I, method 3.
    [Theory]
    [InlineData(81, 263, 0.2553, 0.3662)]
    [InlineData(15, 148, 0.0624, 0.1605)]
    [InlineData(0, 20, 0.0000, 0.1611)]
    [InlineData(1, 29, 0.0061, 0.1718)]
    public void Wilson_PublishedCase_GivesPublishedInterval(int successes, int trials, double low, double high)
    {
        var interval = Proportions.Wilson(successes, trials);

        interval.Value.ShouldBe((double)successes / trials, 1e-12);
        interval.Low.ShouldBe(low, 5e-5);
        interval.High.ShouldBe(high, 5e-5);
    }

    [Fact]
    public void Wilson_AllRight_MirrorsNoneRight()
    {
        var (none, all) = (Proportions.Wilson(0, 20), Proportions.Wilson(20, 20));

        all.High.ShouldBe(1);
        all.Low.ShouldBe(1 - none.High, 1e-12);
    }

    // The formula alone gives a little over 1 for many of these, by rounding.
    [Fact]
    public void Wilson_AllRight_EndsAtOne() => Enumerable.Range(1, 400).ShouldAllBe(trials => Proportions.Wilson(trials, trials).High <= 1);

    [Fact]
    public void Wilson_NoTrials_KnowsNothing() => Proportions.Wilson(0, 0).ShouldBe(new Interval(0, 0, 1));

    [Theory]
    [InlineData(-1, 5)]
    [InlineData(6, 5)]
    public void Wilson_ImpossibleCount_Throws(int successes, int trials) =>
        Should.Throw<ArgumentOutOfRangeException>(() => Proportions.Wilson(successes, trials));

    // Bentur et al. 2009, as analysed in Fagerland, Lydersen and Laake, Statistical Analysis of Contingency Tables, chapter 8.
    [Fact]
    public void PairedDifference_Bentur_GivesPublishedInterval()
    {
        var interval = Proportions.PairedDifference(new(Both: 1, OnlyBefore: 7, OnlyAfter: 1, Neither: 12));

        interval.Value.ShouldBe(-0.286, 5e-4);
        interval.Low.ShouldBe(-0.507, 5e-4);
        interval.High.ShouldBe(-0.026, 5e-4);
    }

    // Ends computed with another program from the formula of Newcombe 1998, method 10: a negative, a zero (after correction) and a positive correlation.
    [Theory]
    [InlineData(36, 12, 2, 0, 0.0569, 0.3404)]
    [InlineData(53, 16, 8, 9, -0.0201, 0.2039)]
    [InlineData(20, 12, 2, 16, 0.0562, 0.3292)]
    [InlineData(1, 0, 0, 1, -0.5734, 0.5734)]
    [InlineData(0, 1, 0, 0, -0.1221, 1)]
    [InlineData(5, 0, 0, 0, -0.4345, 0.4345)]
    [InlineData(0, 5, 0, 0, 0.3855, 1)]
    public void PairedDifference_EachKindOfCorrelation_GivesNewcombesInterval(int both, int onlyAfter, int onlyBefore, int neither, double low, double high)
    {
        var interval = Proportions.PairedDifference(new(both, onlyBefore, onlyAfter, neither));

        interval.Low.ShouldBe(low, 5e-5);
        interval.High.ShouldBe(high, 5e-5);
    }

    [Fact]
    public void PairedDifference_NoItems_KnowsNothing() => Proportions.PairedDifference(new(0, 0, 0, 0)).ShouldBe(new Interval(0, -1, 1));

    [Fact]
    public void PairedDifference_Swapped_ChangesSign()
    {
        var there = Proportions.PairedDifference(new(30, 4, 11, 20));
        var back = Proportions.PairedDifference(new(30, 11, 4, 20));

        back.Value.ShouldBe(-there.Value, 1e-12);
        back.Low.ShouldBe(-there.High, 1e-12);
        back.High.ShouldBe(-there.Low, 1e-12);
    }

    [Theory]
    [InlineData(0, 0, 0, 0)]
    [InlineData(5, 0, 0, 0)]
    [InlineData(0, 0, 0, 5)]
    [InlineData(0, 5, 0, 0)]
    [InlineData(0, 0, 5, 0)]
    [InlineData(400, 0, 0, 400)]
    public void PairedDifference_DegenerateTable_HoldsItsEstimateWithinBounds(int both, int onlyBefore, int onlyAfter, int neither)
    {
        var interval = Proportions.PairedDifference(new(both, onlyBefore, onlyAfter, neither));

        interval.Value.ShouldBeInRange(interval.Low, interval.High);
        interval.Low.ShouldBeGreaterThanOrEqualTo(-1);
        interval.High.ShouldBeLessThanOrEqualTo(1);
    }
}
