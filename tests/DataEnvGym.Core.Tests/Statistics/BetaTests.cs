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

    // Both shapes 1: the uniform distribution, where an approximation of the method's gamma variates shows first.
    [Fact]
    public void Draw_BothShapesOne_IsUniform()
    {
        const int count = 200_000;
        var rng = Rng.For(2, "beta");
        var draws = Enumerable.Range(0, count).Select(_ => Beta.Draw(1, 1, rng)).ToList();

        foreach (var share in (double[])[0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99])
        {
            ((double)draws.Count(draw => draw <= share)).ShouldBe(share * count, 4 * Math.Sqrt(share * (1 - share) * count), $"{share}");
        }
    }
}
