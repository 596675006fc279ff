using System.Text.Json;
using DataEnvGym.Core.Json;
using DataEnvGym.Core.Skills;
using DataEnvGym.Core.Skills.Trees;

namespace DataEnvGym.Core.Tests.Skills;

public sealed class SkillTreeTests
{
    private static readonly IReadOnlyDictionary<string, int> NoExamples = new Dictionary<string, int>();

    [Fact]
    public void Explore_Names_BecomeChildrenOnceUpToCountAndRoom()
    {
        var tree = Trees.Of(("add", 5), ("add/old", 7));

        var change = tree.Apply("add", new Explore(3, 4), ["new", "old", "new", "", "a/b", "more", "most"], room: 9);

        change.Added.ShouldBe(["add/new", "add/a-b", "add/more"]);
        change.Tree.Allocations().ShouldBe([("add/a-b", 4), ("add/more", 4), ("add/new", 4), ("add/old", 7)]);
        tree.Apply("add", new Explore(3, 4), ["x", "y"], room: 1).Added.ShouldBe(["add/x"]);
    }

    [Fact]
    public void Explore_NothingProposed_LeavesATreeAsItWasAndASkillAloneWithTheAllocationOfOne()
    {
        Trees.Of(("add", 0), ("add/old", 7)).Apply("add", new Explore(3, 4), [], 9).Tree.Allocations().ShouldBe([("add/old", 7)]);
        Trees.Of(("add", 0)).Apply("add", new Explore(3, 4), [], 9).Tree.Allocations().ShouldBe([("add", 4)]);
    }

    [Fact]
    public void Explore_BelowASubskill_GrowsDeeper()
    {
        var tree = Trees.Of(("add", 5), ("add/carry", 7), ("add/none", 1)).WithItems(("add/carry", 1, 2), ("add", 1, 0));

        var change = tree.Apply("add", new Explore(2, 3) { Below = "add/carry" }, ["once", "twice"], 9);
        var assigned = change.Tree.Assign(new Dictionary<string, string> { ["add/carry-2"] = "add/carry/twice" });

        assigned.Allocations().ShouldBe([("add/carry/once", 3), ("add/carry/twice", 3), ("add/none", 1)]);
        Standing(assigned, "add/carry/twice").ShouldBe((1, 0));
        Standing(assigned, "add/carry").ShouldBe((3, 1));
        Standing(assigned, "add").ShouldBe((4, 2));
        assigned.Find("add/carry/once")!.Standing.IsKnown.ShouldBeFalse();
    }

    [Fact]
    public void Exploit_Deltas_AreClampedAndWhatCannotBeDoneIsSaid()
    {
        var change = Trees.Of(("add", 5), ("add/a", 10), ("add/b", 3), ("add/c", 1), ("sub", 9)).Apply("add", Trees.Deltas(("add/a", 5), ("add/b", -8), ("sub", 1), ("add/x", 2)));

        change.Tree.Allocations().ShouldBe([("add/a", 15), ("add/b", 0), ("add/c", 1), ("sub", 9)]);
        change.Notes.ShouldBe([
            "A delta of -8 would have taken add/b from 3 to -5; it has 0.",
            "add/x is no leaf of add, so its delta of +2 was left out.",
            "sub is no leaf of add, so its delta of +1 was left out.",
            "No delta was given for add/c, which kept its allocation."]);
    }

    [Fact]
    public void Examined_First_HasASkillEachAndItsStanding()
    {
        var tree = SkillTree.Empty.Examined(1, Taxonomy(("1", "add"), ("2", "add"), ("3", "sub")), [Given.Answer("1", true), Given.Answer("2", false), Given.Answer("3", true), Given.Answer("4", true)], NoExamples, 6);

        tree.Nodes.ShouldBe([new("add", 1, 6, 0, 2, 1), new("sub", 1, 6, 0, 1, 1)]);
        tree.Wrong.ShouldBe(["2"]);
        tree.Assignments.Keys.ShouldBe(["1", "2", "3"]);
    }

    [Fact]
    public void Examined_Later_KeepsPlacesCountsExamplesAndAddsNewSkills()
    {
        var tree = Trees.Of(("add", 5), ("add/a", 10)).WithItems(("add/a", 0, 2), ("add", 1, 0));
        var taxonomy = Taxonomy(("add/a-0", "add"), ("add/a-1", "add"), ("add-0", "add"), ("new", "sub"));

        var next = tree.Examined(2, taxonomy, [Given.Answer("add/a-0", true), Given.Answer("add/a-1", false), Given.Answer("add-0", true), Given.Answer("new", false)],
            new Dictionary<string, int> { ["add/a"] = 12, ["add"] = 3, ["adding"] = 50 }, 8);

        next.Nodes.ShouldBe([new("add", 1, 5, 15, 3, 2), new("add/a", 1, 10, 12, 2, 1), new("sub", 2, 8, 0, 1, 0)]);
        next.Iteration.ShouldBe(2);
    }

    [Fact]
    public void Examined_FromHalfToAll_GivesARewardOfOneHalf()
    {
        var reward = RewardAfter([Given.Answer("skill-0", true), Given.Answer("skill-1", true)], ("skill", 1, 1));

        reward.ShouldNotBeNull().Value.ShouldBe(0.5);
        (reward.N, reward.StandardError).ShouldBe((2, Math.Sqrt(0.5) / 2));
    }

    [Fact]
    public void Examined_OneGainedAndOneLost_IsNoRewardWithAnError() =>
        RewardAfter([Given.Answer("skill-0", false), Given.Answer("skill-1", true)], ("skill", 1, 1)).ShouldBe(new Reward(0, Math.Sqrt(2) / 2, 2));

    [Fact]
    public void Examined_SkillThatIsNotExaminedAgain_HasAnUnknownReward() => RewardAfter([], ("skill", 1, 1)).ShouldBeNull();

    [Fact]
    public void Examined_SkillThatWasNotExaminedBefore_HasAnUnknownReward() => RewardAfter([Given.Answer("skill-0", true)]).ShouldBeNull();

    [Fact]
    public void Examined_TenTimes_LeavesNineRewards()
    {
        var (tree, taxonomy) = (SkillTree.Empty, Taxonomy(("1", "skill")));
        for (var i = 1; i <= 10; i++)
        {
            tree = tree.Examined(i, taxonomy, [Given.Answer("1", i % 2 == 0)], NoExamples, 1);
            tree = tree with { History = [.. tree.History, Trees.Turn(new Explore(1, 1)) with { Iteration = i }] };
        }

        tree.History.Count(turn => turn.Reward is not null).ShouldBe(9);
        tree.History[0].Reward!.Value.ShouldBe(1);
        tree.History[1].Reward!.Value.ShouldBe(-1);
    }

    [Fact]
    public void Tree_ThroughJson_IsTheSame()
    {
        var tree = Trees.Of(("add", 5), ("add/a", 10)).WithItems(("add/a", 1, 1)) with
        {
            History = [Trees.Turn(new Explore(2, 3) { Below = "add" }, new(0.5, 0.1, 2), "add/a"), Trees.Turn(Trees.Deltas(("add/a", -1)) with { Reason = "why" })],
        };
        var json = JsonSerializer.Serialize(tree, CoreJson.Default.SkillTree);

        var read = JsonSerializer.Deserialize(json, CoreJson.Default.SkillTree)!;

        JsonSerializer.Serialize(read, CoreJson.Default.SkillTree).ShouldBe(json);
        read.Nodes.ShouldBe(tree.Nodes);
        read.History[0].Action.ShouldBe(tree.History[0].Action);
        read.History[1].Action.ShouldBeOfType<Exploit>().Deltas["add/a"].ShouldBe(-1);
    }

    [Fact]
    public void Path_Parts_AreWhatStandsBetweenSlashes()
    {
        TreePath.Root("a/b/c").ShouldBe("a");
        TreePath.Parent("a/b/c").ShouldBe("a/b");
        TreePath.Parent("a").ShouldBeNull();
        TreePath.Name("a/b/c").ShouldBe("c");
        TreePath.OfSkill("1/2 of it").ShouldBe("1-2 of it");
        TreePath.IsWithin("a/b", "a").ShouldBeTrue();
        TreePath.IsWithin("ab", "a").ShouldBeFalse();
        TreePath.IsWithin(null, "a").ShouldBeFalse();
    }

    private static Reward? RewardAfter(IReadOnlyList<Core.Tasks.GradedAnswer> answers, params (string, int, int)[] before)
    {
        var tree = Trees.Of(("skill", 5)).WithItems(before) with { History = [Trees.Turn(new Explore(1, 1))] };
        return tree.Examined(2, Taxonomy(("skill-0", "skill"), ("skill-1", "skill")), answers, NoExamples, 1).History.ShouldHaveSingleItem().Reward;
    }

    private static Taxonomy Taxonomy(params (string Item, string Skill)[] items) =>
        new(1, [.. items.Select(item => item.Skill).Distinct().Order()], items.ToDictionary(item => item.Item, item => item.Skill));

    private static (int Items, int Correct) Standing(SkillTree tree, string path) => (tree.Find(path)!.Items, tree.Find(path)!.Correct);
}
