using DataEnvGym.Core.Experiments;
using DataEnvGym.Core.Statistics;
using DataEnvGym.Core.Tests.Episodes.Reports;

namespace DataEnvGym.Core.Tests.Experiments;

public sealed class RunComparisonTests
{
    [Fact]
    public void Compare_Runs_AreGroupedByTheirWayOfTeaching()
    {
        var comparison = RunComparison.Compare([Run("a1", "a", 1, "--++"), Run("b1", "b", 1, "++++"), Run("a2", "a", 2, "---+"), Run("b2", "b", 2, "+++-")]);

        comparison.Task.ShouldBe("procedural-math");
        comparison.Items.ShouldBe(4);
        comparison.Groups.Select(group => (group.Name, string.Join(' ', group.Runs), string.Join(' ', group.Seeds))).ShouldBe([("a", "a1 a2", "1 2"), ("b", "b1 b2", "1 2")]);
        comparison.Groups[0].Scores.ShouldBe([0.5, 0.25]);
        comparison.Groups[0].Mean.ShouldBe(0.375);
        comparison.Groups[0].Difference.ShouldBeNull("the first group is the reference");
        comparison.Groups[1].Mean.ShouldBe(0.875);
        comparison.Groups[1].Difference.ShouldNotBeNull().Value.ShouldBe(0.5, 1e-12);
    }

    // Between seeds the runs differ by half of the items, within a seed by nothing: only pairing by seed shows that.
    [Fact]
    public void Compare_SameSeedsInOtherOrder_ArePairedBySeed()
    {
        var comparison = RunComparison.Compare([Run("a1", "a", 1, "----"), Run("a2", "a", 2, "++++"), Run("b2", "b", 2, "++++"), Run("b1", "b", 1, "----")]);

        comparison.Groups[1].Difference.ShouldBe(new Interval(0, 0, 0));
        comparison.Pairs.Select(pair => (pair.Reference, pair.Run)).ShouldBe([("a1", "a2"), ("a2", "b2"), ("a1", "b1")]);
    }

    [Fact]
    public void Compare_OtherSeeds_AreNotPaired()
    {
        var comparison = RunComparison.Compare([Run("a1", "a", 1, "----"), Run("a2", "a", 2, "++++"), Run("b3", "b", 3, "++++"), Run("b4", "b", 4, "----")]);

        comparison.Groups[1].Difference.ShouldNotBeNull().High.ShouldBe(1);
        comparison.Pairs.ShouldAllBe(pair => pair.Reference == "a1", "a seed that the reference lacks is held against its first run");
    }

    [Fact]
    public void Compare_Pair_CountsWhoWasRightItemByItem()
    {
        var pair = RunComparison.Compare([Run("a", "a", 1, "+++--------"), Run("b", "b", 1, "-++++++++++")]).Pairs.ShouldHaveSingleItem();

        (pair.OnlyReference, pair.OnlyRun).ShouldBe((1, 8));
        pair.Difference.Value.ShouldBe(7 / 11.0, 1e-12);
        pair.Difference.Low.ShouldBeGreaterThan(0);
        pair.McNemarP.ShouldBe(20 / 512.0, 1e-12);
    }

    [Fact]
    public void Compare_WeakSkills_AreThoseOfTheFirstRun()
    {
        var answers = Reporting.Answers;
        FinishedRun[] runs = [new("a", "a", Reporting.Report, answers.TestBefore), new("b", "b", Reporting.Report, answers.TestAfter)];

        var comparison = RunComparison.Compare(runs);

        comparison.WeakItems.ShouldBe(4);
        comparison.Groups[0].WeakMean.ShouldBe(0);
        comparison.Groups[1].WeakMean.ShouldBe(1);
        comparison.Groups[1].WeakDifference.ShouldBe(new Interval(1, 1, 1));
    }

    [Fact]
    public void Compare_NoWeakSkills_SaysNothingOfThem()
    {
        var group = RunComparison.Compare([Run("a", "a", 1, "+-"), Run("b", "b", 1, "++")]).Groups[1];

        group.WeakMean.ShouldBeNull();
        group.WeakDifference.ShouldBeNull();
    }

    [Fact]
    public void Compare_SameRuns_GivesTheSameIntervals()
    {
        FinishedRun[] runs = [Run("a", "a", 1, "+-+-+--+"), Run("b", "b", 2, "++++-+++")];

        RunComparison.Compare(runs).Groups[1].Difference.ShouldBe(RunComparison.Compare(runs).Groups[1].Difference);
    }

    [Fact]
    public void Compare_OneRun_IsRefused() => Refused(Run("a", "a", 1, "+")).ShouldContain("at least two runs");

    [Theory]
    [InlineData("+++", "")]
    [InlineData("+", "")]
    [InlineData("++", "other-")]
    public void Compare_OtherItems_NamesTheRun(string answers, string prefix) =>
        Refused(Run("first", "a", 1, "++"), Run("second", "a", 2, answers, prefix)).ShouldStartWith("second was not examined on the same sealed items as first");

    [Fact]
    public void Compare_OtherGraderOrProtocol_NamesBoth()
    {
        var (first, second) = (Run("first", "a", 1, "++"), Run("second", "a", 2, "++"));

        Refused(first, second with { Report = second.Report with { Grader = "final-answer/2" } }).ShouldStartWith("second was graded by final-answer/2 under greedy, first by final-answer/1");
        Refused(first, second with { Report = second.Report with { Protocol = "sampled" } }).ShouldStartWith("second was graded by final-answer/1 under sampled");
    }

    private static string Refused(params FinishedRun[] runs) => Should.Throw<ArgumentException>(() => RunComparison.Compare(runs)).Message;

    private static FinishedRun Run(string name, string group, uint seed, string answers, string prefix = "") =>
        new(name, group, Reporting.Report with { Seed = seed }, Given.Answers(answers, prefix: prefix));
}
