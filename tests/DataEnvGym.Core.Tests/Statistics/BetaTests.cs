using DataEnvGym.Core.Statistics;

namespace DataEnvGym.Core.Tests.Statistics;

public sealed class BetaTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    [InlineData(5, 45)]
    [InlineData(300, 100)]
    public void Draw_ManyTimes_HasTheMeanAndVarianceOfTheDistribution(double a, double b)
    {
        var rng = Rng.For(1, "beta");
        var draws = Enumerable.Range(0, 20_000).Select(_ => Beta.Draw(a, b, rng)).ToList();

        var (mean, variance) = (a / (a + b), a * b / ((a + b) * (a + b) * (a + b + 1)));
        draws.Average().ShouldBe(mean, 4 * Math.Sqrt(variance / 20_000));
        draws.Average(draw => (draw - mean) * (draw - mean)).ShouldBe(variance, variance * 0.05);
        draws.ShouldAllBe(draw => draw > 0 && draw < 1);
    }

    [Theory]
    [InlineData(0.5, 1)]
    [InlineData(1, 0.5)]
    public void Draw_ShapeBelowOne_Throws(double a, double b) => Should.Throw<ArgumentOutOfRangeException>(() => Beta.Draw(a, b, Rng.For(1, "beta")));
}
