using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Experiments;
using DataEnvGym.Core.Policies;
using DataEnvGym.Core.Statistics;
using DataEnvGym.Core.Tests.Episodes.Reports;

namespace DataEnvGym.Core.Tests.Experiments;

public sealed class LeaderboardBuilderTests
{
    [Fact]
    public void Build_ThreeArms_AreOrderedAndHeldAgainstTheReference()
    {
        var board = LeaderboardBuilder.Build(Boards.Plan, Boards.Runs);

        board.Arms.Select(arm => (arm.Name, arm.Test.Value, arm.IsBaseline)).ShouldBe([("seeing", 0.75, false), ("guess", 0.525, false), ("blind", 0.5, true)]);
        (board.Items, board.Before, board.Reference).ShouldBe((40, 0.5, "blind"));
        board.Arms[0].Runs.ShouldBe(["seeing-1", "seeing-2"]);
        board.Arms[0].Difference!.Interval.Value.ShouldBe(0.25, 1e-12);
        board.Arms[0].Area.ShouldBe(0.625, 1e-12);
        board.Arms[2].Difference.ShouldBeNull("it is the reference");
        board.Budget.ShouldBe("examplesPerIteration 1000, stop.iterations 3");
    }

    // Ten items gained and none lost: 2 of 2^10 patterns of signs are as far from 0. One item: both patterns are.
    [Fact]
    public void Build_Tests_AreThoseOfTheItemsAndCorrectedForTwo()
    {
        var board = LeaderboardBuilder.Build(Boards.Plan, Boards.Runs);
        var (seeing, guess) = (board.Arms[0].Difference!, board.Arms[1].Difference!);

        seeing.PermutationP.ShouldBe(2 / 1024.0, 1e-12);
        guess.PermutationP.ShouldBe(1);
        seeing.P.ShouldBeLessThan(0.01);
        new[] { seeing.HolmP, guess.HolmP }.ShouldBe(Holm.Adjust([seeing.P, guess.P]));
        seeing.HolmP.ShouldBeGreaterThan(seeing.P);
    }

    [Fact]
    public void Build_Verdicts_ClaimWhatIntervalAndTestBearOut()
    {
        var board = LeaderboardBuilder.Build(Boards.Plan, Boards.Runs);

        board.Arms[0].Verdict.ShouldStartWith("Better than blind: +25.0 points (+");
        board.Arms[1].Verdict.ShouldStartWith("No difference to blind can be claimed: +2.5 points (0.0 … ");
        board.Arms[2].Verdict.ShouldBe("The reference: what the others are held against.");
        board.Lead.Verdict.ShouldStartWith("seeing has the highest mean and is ahead of the next, guess: +22.5 points (");
    }

    // Six of 40 gained: alone p is about 0.03, among many comparisons that is no surprise.
    [Fact]
    public void Build_ManyArms_ClaimLessThanOneWould()
    {
        var arms = Enumerable.Range(1, 12).Select(i => Boards.Plan.Arms[0] with { Name = $"arm-{i}" }).Append(Boards.Plan.Arms[1]).ToList();
        var plan = Boards.Plan with { Arms = arms };
        FinishedRun[] runs = [.. from run in plan.Runs() select Boards.Run(run.Arm, run.Episode.Seed, run.Arm == "arm-1" ? 25 : 20)];

        var first = LeaderboardBuilder.Build(plan, runs).Arms[0];

        first.Difference!.Interval.Low.ShouldBeGreaterThan(0);
        first.Difference.P.ShouldBeLessThan(0.05);
        first.Verdict.ShouldStartWith("Would be better than blind if nothing else had been compared; with all comparisons counted, no difference can be claimed: +12.5 points");
    }

    [Fact]
    public void Build_AllAlike_NamesNoWinner()
    {
        FinishedRun[] runs = [.. Boards.Plan.Runs().Select(run => Boards.Run(run.Arm, run.Episode.Seed, 20))];

        LeaderboardBuilder.Build(Boards.Plan, runs).Lead.Verdict.ShouldStartWith("No winner can be named: blind has the highest mean, but is not ahead of guess");
    }

    [Fact]
    public void Build_WeakSkills_AreThoseOfTheReference()
    {
        var answers = Reporting.Answers;
        var plan = Boards.Plan with { Arms = [Boards.Plan.Arms[0], Boards.Plan.Arms[1]] };
        FinishedRun[] runs = [.. plan.Runs().Select(run => new FinishedRun(run.Name, run.Arm, Reporting.Report with { Seed = run.Episode.Seed }, run.Arm == "blind" ? answers.TestBefore : answers.TestAfter))];

        var board = LeaderboardBuilder.Build(plan, runs);

        (board.WeakItems, board.WeakBefore).ShouldBe((4, 0));
        board.Arms.Single(arm => arm.Name == "seeing").Weak.ShouldBe(1);
        board.Arms.Single(arm => arm.Name == "seeing").WeakDifference.ShouldBe(new Interval(1, 1, 1));
        board.Arms.Single(arm => arm.Name == "blind").WeakDifference.ShouldBeNull();
    }

    [Fact]
    public void Build_RegretAndCosts_AreMeansOverSeeds()
    {
        FinishedRun[] runs = [.. Boards.Runs.Select(run => run.Group != "seeing" ? run : run with
        {
            Report = run.Report with { Regret = new RegretReport(0.1, 0.3, new(run.Report.Seed * 0.1, 0, 1), []), Spend = new(1, 0, 0, 100 * run.Report.Seed, 0.5m * run.Report.Seed) },
        })];

        var board = LeaderboardBuilder.Build(Boards.Plan, runs);

        board.Arms[0].Regret.ShouldNotBeNull().ShouldBe(0.15, 1e-12);
        (board.Arms[0].Tokens, board.Arms[0].Money, board.Arms[0].Examples).ShouldBe((150, 0.75m, 100));
        board.Arms[1].Regret.ShouldBeNull();
    }

    [Fact]
    public void Build_BudgetNotTheSameOrNotSpent_IsNoted()
    {
        var plan = Boards.Plan with { Arms = [Boards.Plan.Arms[0] with { Episode = Given.Spec with { ExamplesPerIteration = 7 } }, .. Boards.Plan.Arms.Skip(1)] };
        FinishedRun[] runs = [.. Boards.Runs.Select(run => run.Name == "guess-2" ? run with { Report = run.Report with { Stopped = StopReason.User } } : run)];

        LeaderboardBuilder.Build(plan, runs).Notes.ShouldBe(
        [
            "seeing has another budget than blind: examplesPerIteration 7 in place of 1000.",
            "guess-2 ended before its budget was spent (user).",
            "2 seeds say little about how much seeds differ; the intervals are rather too narrow.",
        ]);
    }

    [Fact]
    public void Build_RunMissing_IsNamed() =>
        Should.Throw<ArgumentException>(() => LeaderboardBuilder.Build(Boards.Plan, [.. Boards.Runs.Skip(1)])).Message.ShouldStartWith("seeing-1 is not among the finished runs");
}
