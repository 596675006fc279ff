using DataEnvGym.Core.Policies;

namespace DataEnvGym.Core.Tests.Policies;

/// <summary>Worked by hand: skills have 20 items each, so that of two skills an item is 1/40 of the whole.</summary>
public sealed class RegretTests
{
    private static RegretReport? Of(PastIteration[] past, params int[] last) => Regret.Of(past, Views.Standings(last), Rng.For(1, "regret"));

    [Fact]
    public void Regret_EqualSharesOfUnequalWorth_IsWhatTheBestWouldHaveBroughtMore()
    {
        // 0: 100 examples for 10 items; 1: 100 for 4. All 200 on 0 fill its 20 items and nothing is left: 20 instead of 14.
        var report = Of([Views.Past([0, 0], 100, 100)], 10, 4).ShouldNotBeNull();

        report.Gain.ShouldBe(14 / 40.0, 1e-12);
        report.Hindsight.ShouldBe(20 / 40.0, 1e-12);
        report.Regret.Value.ShouldBe(6 / 40.0, 1e-12);
        report.Skills.Select(arm => (arm.Skill, arm.Examples)).ShouldBe([("0", 100), ("1", 100)]);
        report.Skills[0].PerThousand.ShouldBe(1000 * (10 / 40.0) / 100, 1e-12);
    }

    [Fact]
    public void Regret_BestSkillFull_FillsTheNext()
    {
        // 0 lacks 5 and closes them with 50 examples; the other 150 go to 1, which gains 4 for 150: the rest of the budget is what it was.
        var report = Of([Views.Past([15, 0], 50, 150)], 20, 4).ShouldNotBeNull();

        report.Hindsight.ShouldBe(9 / 40.0, 1e-12);
        report.Regret.Value.ShouldBe(0, 1e-12);
    }

    [Fact]
    public void Regret_SeveralIterations_CountsExamplesTogether()
    {
        var report = Of([Views.Past([0, 0], 10, 30), Views.Past([5, 2], 20, 40)], 10, 4).ShouldNotBeNull();

        report.Skills.Select(arm => (arm.Skill, arm.Examples)).ShouldBe([("0", 30), ("1", 70)]);
        report.Gain.ShouldBe(14 / 40.0, 1e-12);
    }

    [Fact]
    public void Regret_Interval_HoldsTheValueAndIsNeverNegative()
    {
        var regret = Of([Views.Past([2, 6], 100, 100)], 10, 9).ShouldNotBeNull().Regret;

        regret.Low.ShouldBeInRange(0, regret.Value);
        regret.High.ShouldBeGreaterThan(regret.Value);
    }

    [Fact]
    public void Regret_NothingExaminedBefore_IsNone() => Of([new(1, [], new Dictionary<string, int>())], 10, 4).ShouldBeNull();

    [Fact]
    public void Regret_SkillThatAppearedLater_CountsSinceThen()
    {
        var report = Of([new(1, Views.Standings(0), new Dictionary<string, int> { ["0"] = 50, ["1"] = 7 }), Views.Past([4, 0], 50, 60)], 8, 12).ShouldNotBeNull();

        report.Skills.Single(arm => arm.Skill == "1").Examples.ShouldBe(60);
        report.Skills.Single(arm => arm.Skill == "0").Examples.ShouldBe(100);
    }
}
