using DataEnvGym.Core.Statistics;

namespace DataEnvGym.Core.Tests.Statistics;

public sealed class HolmTests
{
    // The example of pingouin's documentation of its Holm correction.
    [Fact]
    public void Adjust_PingouinExample_GivesPublishedValues() => ShouldBe(Holm.Adjust([0.50, 0.003, 0.32, 0.054, 0.0003]), [0.64, 0.012, 0.64, 0.162, 0.0015]);

    // The four hypotheses of Wikipedia's article on the method: the first and the fourth are rejected at 0.05, the others are not.
    [Fact]
    public void Adjust_WikipediaExample_RejectsTheSame() => ShouldBe(Holm.Adjust([0.01, 0.04, 0.03, 0.005]), [0.03, 0.06, 0.06, 0.02]);

    // Neuhaus et al. 1992, fifteen endpoints, as analysed by Benjamini and Hochberg 1995: Bonferroni and Hochberg both reject the smallest three at 0.05, and Holm lies between them.
    [Fact]
    public void Adjust_Thrombolysis_RejectsThree() =>
        Holm.Adjust([0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.000])
            .Count(p => p < 0.05).ShouldBe(3);

    [Fact]
    public void Adjust_OneOrNone_ChangesNothing()
    {
        Holm.Adjust([0.04]).ShouldBe([0.04]);
        Holm.Adjust([0]).ShouldBe([0]);
        Holm.Adjust([]).ShouldBeEmpty();
    }

    [Fact]
    public void Adjust_LargeValues_StayProbabilities() => Holm.Adjust([0.6, 0.7]).ShouldBe([1, 1]);

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void Adjust_NoProbability_Throws(double p) => Should.Throw<ArgumentOutOfRangeException>(() => Holm.Adjust([0.5, p]));

    private static void ShouldBe(IReadOnlyList<double> actual, double[] expected)
    {
        actual.Count.ShouldBe(expected.Length);
        actual.Zip(expected).ShouldAllBe(pair => Math.Abs(pair.First - pair.Second) < 1e-12);
    }
}
