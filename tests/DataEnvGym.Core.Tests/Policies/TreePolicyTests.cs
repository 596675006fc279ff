using DataEnvGym.Core.Policies.Trees;
using DataEnvGym.Core.Skills.Trees;
using DataEnvGym.Core.Tests.Skills;

namespace DataEnvGym.Core.Tests.Policies;

/// <summary>The cases of the original, and what is known of its policies' rules.</summary>
public sealed class TreePolicyTests
{
    private static readonly Explore Exploring = new(5, 10);

    [Fact]
    public void Alternating_WithoutHistory_Explores() => Alternate([]).ShouldBe(Exploring);

    [Fact]
    public void Alternating_AfterAnExplore_TakesAllAllocationsBack() =>
        Deltas(Alternate([Trees.Turn(Exploring)])).ShouldBe([("skill/a", -10), ("skill/b", -4)]);

    [Fact]
    public void Alternating_AfterAnExploit_Explores() => Alternate([Trees.Turn(Exploring), Trees.Turn(Trees.Deltas())]).ShouldBe(Exploring);

    [Theory]
    [InlineData(100, false)]
    [InlineData(101, true)]
    public void Alternating_AtMostExamples_TakesAllBackInsteadOfExploring(int most, bool explores)
    {
        var view = Trees.View([Trees.Turn(Trees.Deltas())], ("skill/a", 10, 60), ("skill/b", 4, 40));

        (new AlternatingTreePolicy(Exploring, most).Decide(view).Action is Explore).ShouldBe(explores);
    }

    [Fact]
    public void FillBalanced_EnoughSubskills_MovesEachByTheSmallerOfDeficitAndRoomAndTakesBackFinishedOnes()
    {
        // target 100, cap 30: a lacks 5 and has room for 20; b lacks 80 and has room for 20; c is finished; d has one too many.
        var view = Trees.View([Trees.Turn(Exploring)], ("skill/a", 10, 85), ("skill/b", 10, 10), ("skill/c", 7, 100), ("skill/d", 20, 90));

        Deltas(new FillBalancedTreePolicy(Exploring, 4, 100, 30).Decide(view).Action).ShouldBe([("skill/a", 5), ("skill/b", 20), ("skill/c", -7), ("skill/d", -10)]);
    }

    [Fact]
    public void FillBalanced_TooFewSubskills_Alternates()
    {
        var policy = new FillBalancedTreePolicy(Exploring, 4, 100, 30);
        var (grown, zeroed) = (Trees.Turn(Exploring, null, "skill/a"), Trees.Turn(Trees.Deltas()));

        policy.Decide(Trees.View([], ("skill", 10, 0))).Action.ShouldBe(Exploring);
        Deltas(policy.Decide(Trees.View([grown], ("skill/a", 10, 0))).Action).ShouldBe([("skill/a", -10)]);
        policy.Decide(Trees.View([grown, zeroed], ("skill/a", 0, 10))).Action.ShouldBe(Exploring);
    }

    [Fact]
    public void FillBalanced_TeacherHasNoMore_FillsWhatThereIs()
    {
        var view = Trees.View([Trees.Turn(Exploring, null, "skill/a"), Trees.Turn(Trees.Deltas()), Trees.Turn(Exploring)], ("skill/a", 0, 10));

        Deltas(new FillBalancedTreePolicy(Exploring, 4, 100, 30).Decide(view).Action).ShouldBe([("skill/a", 30)]);
    }

    [Fact]
    public void FillBalanced_ProposalThatFailed_IsTriedAgain() =>
        new FillBalancedTreePolicy(Exploring, 4, 100, 30).Decide(Trees.View([Trees.Turn(Exploring)], ("skill", 10, 0))).Action.ShouldBe(Exploring);

    [Theory]
    [InlineData(0.011, true)]
    [InlineData(0.01, false)]
    [InlineData(-0.2, false)]
    public void Threshold_Reward_DecidesBetweenTenMoreForEachAndFiveNew(double reward, bool exploits)
    {
        var action = new ThresholdTreePolicy(Exploring, 0.01, 10).Decide(Trees.View([Trees.Turn(Exploring, new(reward, 0.1, 10))], ("skill/a", 1, 0), ("skill/b", 2, 0))).Action;

        if (exploits)
        {
            Deltas(action).ShouldBe([("skill/a", 10), ("skill/b", 10)]);
        }
        else
        {
            action.ShouldBe(Exploring);
        }
    }

    [Fact]
    public void Threshold_UnknownReward_Explores() =>
        new ThresholdTreePolicy(Exploring, -1, 10).Decide(Trees.View([Trees.Turn(Exploring)], ("skill/a", 1, 0))).Action.ShouldBe(Exploring);

    [Fact]
    public void Random_ManyStreams_TossesAFairCoinWithinItsBounds()
    {
        var policy = new RandomTreePolicy(new(3, 10), cap: 20, active: 2);
        var view = Trees.View([], ("skill/a", 10, 0), ("skill/b", 0, 0), ("skill/c", 5, 0), ("skill/d", 1, 0));
        var decisions = Enumerable.Range(0, 1000).Select(i => policy.Decide(view with { Rng = Rng.For((ulong)i, "coin") })).ToList();

        decisions.ShouldAllBe(decision => decision.Propensity == 0.5);
        decisions.Count(decision => decision.Action is Explore).ShouldBeInRange(450, 550);
        decisions.Select(decision => decision.Action).OfType<Explore>().Select(explore => explore.Count).Distinct().Order().ShouldBe([1, 2, 3]);
        decisions.Select(decision => decision.Action).OfType<Explore>().ShouldAllBe(explore => explore.ExamplesEach >= 1 && explore.ExamplesEach <= 10);
        foreach (var exploit in decisions.Select(decision => decision.Action).OfType<Exploit>())
        {
            var after = view.Leaves.Select(leaf => leaf.Allocation + exploit.Deltas[leaf.Path]).ToList();
            after.ShouldAllBe(allocation => allocation >= 0 && allocation <= 20);
            after.Count(allocation => allocation > 0).ShouldBeLessThanOrEqualTo(2);
        }
    }

    [Fact]
    public void Random_SameStream_DecidesTheSame()
    {
        var policy = new RandomTreePolicy(new(3, 10), 20, 2);
        var view = Trees.View([], ("skill/a", 10, 0), ("skill/b", 0, 0));

        for (var seed = 0UL; seed < 20; seed++)
        {
            var (one, two) = (policy.Decide(view with { Rng = Rng.For(seed, "x") }).Action, policy.Decide(view with { Rng = Rng.For(seed, "x") }).Action);
            TreeWords.What(Trees.Turn(one)).ShouldBe(TreeWords.What(Trees.Turn(two)));
        }
    }

    [Fact]
    public void Random_WithoutSubskills_Explores() =>
        new RandomTreePolicy(new(3, 10), 20, 2).Decide(Trees.View([], ("skill", 10, 0))).ShouldSatisfyAllConditions(
            decision => decision.Action.ShouldBeOfType<Explore>(), decision => decision.Propensity.ShouldBe(1));

    private static TreeAction Alternate(IReadOnlyList<TreeTurn> history) =>
        new AlternatingTreePolicy(Exploring, int.MaxValue).Decide(Trees.View(history, ("skill/a", 10, 0), ("skill/b", 4, 0))).Action;

    private static List<(string, int)> Deltas(TreeAction action) => [.. action.ShouldBeOfType<Exploit>().Deltas.Select(pair => (pair.Key, pair.Value))];
}
