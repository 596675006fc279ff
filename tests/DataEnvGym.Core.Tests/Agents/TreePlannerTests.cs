using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Policies.Trees;
using DataEnvGym.Core.Skills.Trees;
using DataEnvGym.Core.Tests.Skills;

namespace DataEnvGym.Core.Tests.Agents;

public sealed class TreePlannerTests
{
    private static readonly SkillTree Tree = Trees.Of(("add", 99), ("add/a", 10), ("add/b", 20), ("mul", 30), ("sub", 50), ("sub/c", 0), ("sub/d", 40))
        .WithItems(("add/a", 1, 3), ("add", 0, 4), ("mul", 5, 5), ("sub/d", 2, 0));

    [Fact]
    public void Plan_Shared_LeavesShareByAllocationAndOrdersSumToTheBudget()
    {
        Counts(new(), 100).ShouldBe([("add/a", 10), ("add/b", 20), ("mul", 30), ("sub/d", 40)]);
        Counts(new(), 7).ShouldBe([("add/a", 1), ("add/b", 1), ("mul", 2), ("sub/d", 3)]);
    }

    [Fact]
    public void Plan_PerSkill_EverySkillGetsTheSameFirst() =>
        Counts(new() { Budget = TreeBudget.PerSkill }, 90).ShouldBe([("add/a", 10), ("add/b", 20), ("mul", 30), ("sub/d", 30)]);

    [Theory]
    [InlineData(TreeBudget.Shared)]
    [InlineData(TreeBudget.PerSkill)]
    public void Plan_AllAllocationsZero_LeavesShareEqually(TreeBudget budget)
    {
        var tree = Trees.Of(("add", 9), ("add/a", 0), ("add/b", 0), ("sub", 7), ("sub/c", 0), ("sub/d", 0));

        Counts(new() { Budget = budget }, 8, tree).ShouldBe([("add/a", 2), ("add/b", 2), ("sub/c", 2), ("sub/d", 2)]);
    }

    [Fact]
    public void Plan_PerSkillWithOneSkillAtZero_GivesItNothing()
    {
        var tree = Trees.Of(("add", 0), ("mul", 1), ("sub", 3));

        Counts(new() { Budget = TreeBudget.PerSkill }, 8, tree).ShouldBe([("mul", 4), ("sub", 4)]);
    }

    [Fact]
    public void Plan_ByPolicy_WeighsLeavesByTheirAccuracy()
    {
        var counts = Counts(new() { Share = TreeShare.Policy }, 1000).ToDictionary(pair => pair.Path, pair => pair.Count);

        counts["add/a"].ShouldBeGreaterThan(counts["mul"]);
        counts["mul"].ShouldBeGreaterThan(counts["sub/d"]);
        counts.Values.Sum().ShouldBe(1000);
    }

    [Fact]
    public void Plan_SharesAndName_SayWhatDecided()
    {
        var plan = TreePlanner.Plan(Spec(new() { Policy = TreePolicyKind.Threshold, Share = TreeShare.Policy }), Observed(Tree), Tree, 100);

        plan.Policy.ShouldBe("threshold/error-proportional");
        plan.Weights.Keys.ShouldBe(["add/a", "add/b", "mul", "sub/c", "sub/d"]);
        plan.Weights.Values.Sum().ShouldBe(1, 1e-9);
        plan.Propensities!.Values.Sum().ShouldBe(1, 1e-9);
    }

    [Fact]
    public void Plan_Errors_AreTheLeafsOwnFirstThenThoseOfNoPart()
    {
        var plan = TreePlanner.Plan(Spec(new()) with { Agent = new() { ErrorsPerOrder = 5 } }, Observed(Tree), Tree, 100);

        var (a, b) = (plan.Orders[0].SourceErrors, plan.Orders[1].SourceErrors);
        a.Take(3).ShouldBe(["add/a-1", "add/a-2", "add/a-3"], ignoreOrder: true);
        a.Skip(3).ShouldBeSubsetOf(["add-0", "add-1", "add-2", "add-3"]);
        a.Count.ShouldBe(5);
        b.ShouldBe(["add-0", "add-1", "add-2", "add-3"], ignoreOrder: true);
        plan.Orders.Single(order => order.Skill == "sub/d").SourceErrors.ShouldBeEmpty();
    }

    [Fact]
    public void Decide_EverySkill_HasADecisionOfItsOwnThatItsSeedFixes()
    {
        var spec = Spec(new() { Policy = TreePolicyKind.Random });

        var (one, two) = (TreePlanner.Decide(spec, Tree), TreePlanner.Decide(spec, Tree));

        one.Keys.ShouldBe(["add", "mul", "sub"]);
        one["mul"].Action.ShouldBeOfType<Explore>();
        one.Select(pair => TreeWords.What(Trees.Turn(pair.Value.Action))).ShouldBe(two.Select(pair => TreeWords.What(Trees.Turn(pair.Value.Action))));
    }

    private static EpisodeSpec Spec(TreeSpec tree) => Given.Spec with { Environment = EnvironmentKind.SkillTree, Agent = new() { Tree = tree } };

    private static List<(string Path, int Count)> Counts(TreeSpec spec, int budget, SkillTree? tree = null)
    {
        var plan = TreePlanner.Plan(Spec(spec), Observed(tree ?? Tree), tree ?? Tree, budget);
        plan.Total.ShouldBe(budget);
        return [.. plan.Orders.Select(order => (order.Skill!, order.Count))];
    }

    private static Observation Observed(SkillTree tree) => new(
        1, 0.5, 20, [.. tree.Skills.Select(skill => skill.Standing)],
        [.. tree.Wrong.Select(item => new StudentError(item, TreePath.Root(tree.Assignments[item]), "", "", ""))]) { Tree = tree };
}
