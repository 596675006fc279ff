using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Policies;

namespace DataEnvGym.Core.Tests.Policies;

public sealed class BanditTests
{
    public static TheoryData<PolicyKind> Bandits => new(PolicyKind.Ucb1, PolicyKind.Thompson);

    // DataEnvGym (arXiv 2410.06215): a step from 0.5 to 1.0 accuracy is a reward of 0.5; here it is all that was missing.
    [Fact]
    public void Evidence_FromHalfToAll_ClosesAllThatWasMissing() =>
        Evidence.Of(Views.Of(20, 15).After(Views.Past([10, 10], 25, 30)), 0.5).ShouldBe([new(25, 100, 0), new(30, 50, 0.25)]);

    [Fact]
    public void Evidence_OlderIteration_IsDiscounted() =>
        Evidence.Of(Views.Of(20).After(Views.Past([0], 40), Views.Past([10], 30)), 0.5).ShouldBe([new(30 + 20, 100 + 25, 0)]);

    [Fact]
    public void Evidence_LossNoExamplesOrUnknownBefore_GainsNothing()
    {
        var past = Views.Past([10, 0, 0], 30, 0, 30);
        var unknown = past with { Skills = [.. past.Skills.Take(2), new SkillStanding("2", 0, 0)] };

        Evidence.Of(Views.Of(5, 20, 20).After(unknown), 1).ShouldBe([new(30, 0, 0.75), new(0, 0, 0), new(0, 0, 0)]);
    }

    [Fact]
    public void Evidence_NothingWasMissing_SaysNothing() => Evidence.Of(Views.Of(15).After(Views.Past([20], 30)), 1).ShouldBe([new(0, 0, 0.25)]);

    [Theory]
    [MemberData(nameof(Bandits))]
    public void Weigh_NoPastAndEqualSkills_SharesAboutEqually(PolicyKind bandit) =>
        Shares(bandit, Views.Of(5, 5, 5, 5)).ShouldAllBe(share => Math.Abs(share - 0.25) < 0.05);

    [Theory]
    [MemberData(nameof(Bandits))]
    public void Weigh_NoPast_FavoursWhatHasMostToGain(PolicyKind bandit)
    {
        var shares = Shares(bandit, Views.Of(0, 10, 20));

        shares.ShouldBeInOrder(SortDirection.Descending);
        shares[0].ShouldBeGreaterThan(1.5 * shares[1]);
        shares[2].ShouldBeLessThan(0.15);
    }

    [Theory]
    [MemberData(nameof(Bandits))]
    public void Weigh_NothingIsMissing_SharesEqually(PolicyKind bandit) =>
        Shares(bandit, Views.Of(20, 20).After(Views.Past([0, 10], 100, 100))).ShouldBe([0.5, 0.5], 0.051);

    // The first skill's examples gained five times as much, and nothing is left to gain.
    [Theory]
    [MemberData(nameof(Bandits))]
    public void Weigh_SkillThatIsKnown_GetsLittleHoweverMuchItGained(PolicyKind bandit) =>
        Shares(bandit, Views.Of(20, 4).After(Views.Past([0, 0], 100, 100)))[1].ShouldBeGreaterThan(0.75);

    [Theory]
    [MemberData(nameof(Bandits))]
    public void Weigh_OneSkillGained_GetsMost(PolicyKind bandit)
    {
        var shares = Shares(bandit, Views.Of(0, 12, 0, 0).After(Views.Past([0, 0, 0, 0], 250, 250, 250, 250)));

        shares[1].ShouldBeGreaterThan(0.5);
        shares.Sum().ShouldBe(1, 1e-12);
    }

    [Theory]
    [MemberData(nameof(Bandits))]
    public void Weigh_OneSkillWasNeverTried_IsTried(PolicyKind bandit)
    {
        var shares = Shares(bandit, Views.Of(2, 2, 0).After(Views.Past([0, 0, 0], 500, 500, 0)));

        shares[2].ShouldBeGreaterThan(0.4);
        shares[2].ShouldBeGreaterThan(shares[0]);
    }

    [Fact]
    public void Ucb1_NoExploration_IsGreedy() =>
        Shares(new PolicySpec { Name = PolicyKind.Ucb1, Exploration = 0 }, Views.Of(0, 12, 4).After(Views.Past([0, 0, 0], 300, 300, 300))).ShouldBe([0, 1, 0]);

    [Fact]
    public void Ucb1_MoreExploration_SharesMoreEvenly()
    {
        var view = Views.Of(0, 12, 4).After(Views.Past([0, 0, 0], 300, 300, 300));

        Shares(new PolicySpec { Name = PolicyKind.Ucb1, Exploration = 3 }, view)[0].ShouldBeGreaterThan(Shares(new PolicySpec { Name = PolicyKind.Ucb1 }, view)[0]);
    }

    // Two arms that were tried equally and gained nothing differ in nothing; the lots alternate and the odd one goes to the earlier.
    [Fact]
    public void Ucb1_EqualSkillsAndAnOddBudget_GiveTheEarlierOneMore() =>
        PolicyCatalog.Create(new() { Name = PolicyKind.Ucb1 }).Weigh(Views.Of(0, 0) with { Budget = 7 }).Weights.ShouldBe([4, 3]);

    [Fact]
    public void Ucb1_MoreSkillsThanLots_TriesTheFirst() =>
        PolicyCatalog.Create(new() { Name = PolicyKind.Ucb1 }).Weigh(Views.Of(0, 0, 0, 0) with { Budget = 2 }).Weights.ShouldBe([1, 1, 0, 0]);

    // Beta(1 + 1, 1) is above Beta(1, 1) with probability 2/3.
    [Fact]
    public void Thompson_TwoSkills_ShareByTheProbabilityOfBeingBetter() =>
        Shares(PolicyKind.Thompson, Views.Of(15, 15).After(Views.Past([10, 15], 1, 0)))[0].ShouldBe(2.0 / 3, 0.05);

    [Fact]
    public void Bandits_ForgetEverything_SeeOnlyTheLastIteration()
    {
        var view = Views.Of(10, 14).After(Views.Past([0, 8], 300, 300), Views.Past([10, 8], 300, 300));

        Shares(new PolicySpec { Name = PolicyKind.Thompson, Discount = 0 }, view)[1].ShouldBeGreaterThan(0.95);
        Shares(new PolicySpec { Name = PolicyKind.Thompson, Discount = 1 }, view)[0].ShouldBeGreaterThan(0.9);
    }

    private static IReadOnlyList<double> Shares(PolicyKind kind, PolicyView view) => Shares(new PolicySpec { Name = kind }, view);

    private static IReadOnlyList<double> Shares(PolicySpec spec, PolicyView view) => Allotment.Shares(PolicyCatalog.Create(spec).Weigh(view).Weights);
}
