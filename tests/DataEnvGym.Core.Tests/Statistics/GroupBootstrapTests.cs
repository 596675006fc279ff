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

    // One run of 400 items has the standard error of a share, √(0.25 / 400) = 0.025.
    [Fact]
    public void Mean_OneRun_HasTheStandardErrorOfAShare()
    {
        var interval = GroupBootstrap.Mean([[.. Enumerable.Range(0, 400).Select(i => i % 2 == 0 ? 1.0 : 0.0)]], Rng.For(1));

        interval.Value.ShouldBe(0.5, 1e-12);
        interval.Low.ShouldBe(0.5 - (1.96 * 0.025), 0.004);
        interval.High.ShouldBe(0.5 + (1.96 * 0.025), 0.004);
    }

    [Fact]
    public void Mean_RunsDiffer_CountsTheirSpread()
    {
        var interval = GroupBootstrap.Mean([[0, 0], [1, 1]], Rng.For(1));

        interval.ShouldBe(new Interval(0.5, 0, 1));
    }

    // 100 discordant items of 1,000: z = (gained − lost) / √100, two-sided p by the normal distribution.
    [Theory]
    [InlineData(50, 1.0)]
    [InlineData(55, 0.317)]
    [InlineData(60, 0.0455)]
    [InlineData(63, 0.0093)]
    public void Test_PairedItems_AgreesWithTheNormalApproximation(int gained, double p)
    {
        double[] reference = [.. Enumerable.Range(0, 1000).Select(i => i >= gained && i < 100 ? 1.0 : 0.0)];
        double[] group = [.. Enumerable.Range(0, 1000).Select(i => i < gained ? 1.0 : 0.0)];

        var test = GroupBootstrap.Test(new([reference], [group], Paired: true), Rng.For(1));

        test.P.ShouldBe(p, Math.Max(0.006, 0.1 * p));
        (test.P < 0.05).ShouldBe(test.Difference.Low > 0, "p and interval say the same");
    }

    [Fact]
    public void Test_NoDifferenceAndAFullOne_Give1AndTheLeastThatResamplesCanShow()
    {
        double[] none = new double[50];

        GroupBootstrap.Test(new([none], [none], Paired: true), Rng.For(1)).P.ShouldBe(1);
        GroupBootstrap.Test(new([none], [[.. none.Select(_ => 1.0)]], Paired: true), Rng.For(1)).P.ShouldBe(2 / 4001.0, 1e-12);
    }

    // One resample in four holds the right item alone, and one the wrong: the interval reaches both ends.
    [Fact]
    public void Mean_TwoItems_DrawsEitherTwice() => GroupBootstrap.Mean([[0, 1]], Rng.For(1)).ShouldBe(new Interval(0.5, 0, 1));

    private static double[] Run(double share)
    {
        var rng = Rng.For(1, "items");
        return [.. Enumerable.Range(0, 400).Select(_ => rng.NextDouble() < share ? 1.0 : 0.0)];
    }
}
