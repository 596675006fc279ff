using DataEnvGym.Core.Statistics;

namespace DataEnvGym.Core.Tests.Statistics;

public sealed class QuantilesTests
{
    // Type 7, as quantile() of R gives by default.
    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.25, 1.75)]
    [InlineData(0.5, 2.5)]
    [InlineData(0.9, 8.6)]
    [InlineData(1, 11)]
    public void Of_FourValues_InterpolatesBetweenOrderStatistics(double q, double expected) => Quantiles.Of([1, 2, 3, 11], q).ShouldBe(expected, 1e-9);

    [Fact]
    public void Of_OneValue_IsThatValue() => Quantiles.Of([4.5], 0.975).ShouldBe(4.5);
}
