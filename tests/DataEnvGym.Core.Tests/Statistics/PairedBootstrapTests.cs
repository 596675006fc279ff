using DataEnvGym.Core.Statistics;

namespace DataEnvGym.Core.Tests.Statistics;

public sealed class PairedBootstrapTests
{
    // 95 % intervals should hold the truth about 95 times in 100; a percentile bootstrap of 60 values falls a little short of it.
    [Fact]
    public void MeanDifference_ManySamples_CoversTheTruth()
    {
        const int Trials = 400;
        var rng = Rng.For(1, "coverage");
        var covered = 0;
        for (var trial = 0; trial < Trials; trial++)
        {
            var differences = Enumerable.Range(0, 60).Select(_ => rng.NextDouble() < 0.3 ? 1.0 : rng.NextDouble() < 0.2 ? -1.0 : 0.0).ToArray();
            var interval = PairedBootstrap.MeanDifference(differences, rng, 400);
            covered += interval.Low <= 0.16 && interval.High >= 0.16 ? 1 : 0;
        }

        ((double)covered / Trials).ShouldBeInRange(0.91, 0.98);
    }

    [Fact]
    public void MeanDifference_NormalSample_AgreesWithStandardError()
    {
        var differences = Enumerable.Range(0, 400).Select(i => i % 2 == 0 ? 1.0 : -1.0).ToArray();

        var interval = PairedBootstrap.MeanDifference(differences, Rng.For(1, "bootstrap"));

        interval.Value.ShouldBe(0, 1e-12);
        interval.Low.ShouldBe(-1.96 * 0.05, 0.006);
        interval.High.ShouldBe(1.96 * 0.05, 0.006);
    }

    [Fact]
    public void MeanDifference_SignsChanged_IsMirrored()
    {
        double[] differences = [1, 0, 0, 1, -1, 0.5, 0, 1];

        var there = PairedBootstrap.MeanDifference(differences, Rng.For(1));
        var back = PairedBootstrap.MeanDifference([.. differences.Select(x => -x)], Rng.For(1));

        back.Value.ShouldBe(-there.Value, 1e-12);
        back.Low.ShouldBe(-there.High, 1e-12);
        back.High.ShouldBe(-there.Low, 1e-12);
    }

    [Fact]
    public void MeanDifference_SameSeed_IsTheSame()
    {
        double[] differences = [1, 0, -1, 1, 0];

        PairedBootstrap.MeanDifference(differences, Rng.For(5)).ShouldBe(PairedBootstrap.MeanDifference([.. differences], Rng.For(5)));
    }

    [Fact]
    public void MeanDifference_AllEqual_HasNoWidth() =>
        PairedBootstrap.MeanDifference([0.5, 0.5, 0.5], Rng.For(1)).ShouldBe(new Interval(0.5, 0.5, 0.5));

    [Fact]
    public void MeanDifference_NothingOrTooFewResamples_Throws()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => PairedBootstrap.MeanDifference([], Rng.For(1)));
        Should.Throw<ArgumentOutOfRangeException>(() => PairedBootstrap.MeanDifference([1], Rng.For(1), 99));
    }
}
