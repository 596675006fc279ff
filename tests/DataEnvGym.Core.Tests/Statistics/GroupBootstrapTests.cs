using DataEnvGym.Core.Statistics;

namespace DataEnvGym.Core.Tests.Statistics;

public sealed class GroupBootstrapTests
{
    [Fact]
    public void Difference_TwoGroups_EstimatesGroupMinusReference()
    {
        var interval = GroupBootstrap.Difference(new([[0, 0, 1, 1]], [[1, 1, 1, 0], [1, 1, 1, 1]], Paired: false), Rng.For(1));

        interval.Value.ShouldBe(0.875 - 0.5, 1e-12);
        interval.Value.ShouldBeInRange(interval.Low, interval.High);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Difference_EverythingEqual_HasNoWidth(bool paired)
    {
        double[] scores = [1, 1, 1];

        GroupBootstrap.Difference(new([scores, scores], [scores, scores], paired), Rng.For(1)).ShouldBe(new Interval(0, 0, 0));
    }

    // Both groups share item difficulty and the luck of each seed; what is left is a steady gain on every fourth item.
    [Fact]
    public void Difference_PairedRuns_CancelsTheLuckThatSeedsShare()
    {
        double[][] reference = [Run(0.2), Run(0.5), Run(0.8)];
        double[][] group = [.. reference.Select(run => run.Select((score, i) => i % 4 == 0 ? 1 : score).ToArray())];

        var paired = GroupBootstrap.Difference(new(reference, group, Paired: true), Rng.For(1));
        var unpaired = GroupBootstrap.Difference(new(reference, group, Paired: false), Rng.For(1));

        paired.Value.ShouldBe(unpaired.Value, 1e-12);
        paired.Low.ShouldBeGreaterThan(0);
        unpaired.Low.ShouldBeLessThan(0);
        (unpaired.High - unpaired.Low).ShouldBeGreaterThan(2 * (paired.High - paired.Low));
    }

    // Items alone would give no width here, because all runs answer every item alike: it is the runs that differ.
    [Fact]
    public void Difference_RunsDiffer_CountsTheirSpread()
    {
        var interval = GroupBootstrap.Difference(new([[0, 0], [1, 1]], [[0, 0], [1, 1]], Paired: false), Rng.For(1));

        interval.Value.ShouldBe(0, 1e-12);
        interval.Low.ShouldBe(-1);
        interval.High.ShouldBe(1);
    }

    [Fact]
    public void Difference_ItemsDiffer_CountsTheirSpread()
    {
        var gain = Enumerable.Range(0, 100).Select(i => i < 50 ? 1.0 : 0.0).ToArray();

        var interval = GroupBootstrap.Difference(new([new double[100]], [gain], Paired: true), Rng.For(1));

        interval.Low.ShouldBe(0.4, 0.02);
        interval.High.ShouldBe(0.6, 0.02);
    }

    [Fact]
    public void Difference_GroupsSwapped_IsMirrored()
    {
        double[][] a = [[1, 0, 1, 0, 1], [1, 1, 1, 0, 0]];
        double[][] b = [[0, 0, 1, 0, 1], [0, 1, 0, 0, 0]];

        var there = GroupBootstrap.Difference(new(a, b, Paired: true), Rng.For(1));
        var back = GroupBootstrap.Difference(new(b, a, Paired: true), Rng.For(1));

        back.Value.ShouldBe(-there.Value, 1e-12);
        back.Low.ShouldBe(-there.High, 1e-9);
        back.High.ShouldBe(-there.Low, 1e-9);
    }

    private static double[] Run(double share)
    {
        var rng = Rng.For(1, "items");
        return [.. Enumerable.Range(0, 400).Select(_ => rng.NextDouble() < share ? 1.0 : 0.0)];
    }
}
