using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Json;
using DataEnvGym.Core.Policies;
using DataEnvGym.Core.Policies.Trees;
using DataEnvGym.Core.Skills.Trees;
using DataEnvGym.Core.Tasks;
using DataEnvGym.Domains.Mathematics.Procedural;
using DataEnvGym.EndToEnd.Tests.Support;
using DataEnvGym.Local.Engine;
using DataEnvGym.Teachers.Prompts;

namespace DataEnvGym.EndToEnd.Tests;

/// <summary>Whole episodes in the skill-tree environment.</summary>
public sealed class SkillTreeTests
{
    public static TheoryData<TreePolicyKind> Kinds => new(Enum.GetValues<TreePolicyKind>());

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Policy_WholeEpisode_LearnsAndOrdersForLeavesWithinItsBudget(TreePolicyKind kind)
    {
        using var gym = new Gym(Specs.Tree(new() { Policy = kind }) with { ExamplesPerIteration = 240, Stop = new() { Iterations = 3 } });

        var report = await gym.RunAsync(options: new EngineOptions { ReplayAfterEveryEvent = true });

        report.Agent.ShouldBe($"teacher/{Words.Of(kind)}");
        report.Test.Difference.Low.ShouldBeGreaterThan(0);
        foreach (var (input, output) in gym.Record.Calls(EpisodeNames.Plan))
        {
            var (plan, tree) = (await gym.Record.DocumentAsync(output.Plan, CoreJson.Default.Plan), await TreeAsync(gym, output.Tree!));
            plan.Total.ShouldBe(input.Budget);
            plan.Orders.ShouldAllBe(order => order.Count >= 1);
            plan.Orders.Select(order => order.Skill).ShouldBeSubsetOf(tree.Leaves.Select(leaf => leaf.Path));
            plan.Propensities!.Values.Sum().ShouldBe(1, 1e-9);
            tree.Iteration.ShouldBe(input.Iteration);
        }
    }

    [Theory]
    [InlineData(PolicyKind.ErrorProportional)]
    [InlineData(PolicyKind.Ucb1)]
    [InlineData(PolicyKind.Teacher)]
    public async Task SharePolicy_WholeEpisode_Learns(PolicyKind policy)
    {
        var spec = Specs.Tree(new() { Share = TreeShare.Policy, Budget = TreeBudget.PerSkill }) with { ExamplesPerIteration = 240 };
        using var gym = new Gym(spec with { Agent = spec.Agent with { Policy = new() { Name = policy } }, Teacher = spec.Teacher with { MaxTokensPerCall = 8000 } });

        var report = await gym.RunAsync();

        report.Agent.ShouldBe($"teacher/alternating/{Words.Of(policy)}");
        report.Test.Difference.Low.ShouldBeGreaterThan(0);
        var plan = await gym.Record.DocumentAsync(gym.Record.FinalState().Iterations[0].Plan, CoreJson.Default.Plan);
        plan.Policy.ShouldBe($"alternating/{Words.Of(policy)}");
        (plan.Advice is null).ShouldBe(policy != PolicyKind.Teacher);
        plan.Advice?.Shares.Keys.ShouldAllBe(path => plan.Weights.ContainsKey(path));
    }

    [Fact]
    public async Task Oracle_ToldASkill_OrdersForItsPartsAlone()
    {
        var spec = Specs.Tree(new() { Share = TreeShare.Policy, Budget = TreeBudget.PerSkill });
        using var gym = new Gym(spec with { Agent = spec.Agent with { Policy = new() { Name = PolicyKind.Oracle, Skills = ["percent"] } } });

        var report = await gym.RunAsync();

        (await gym.Record.ExamplesAsync()).Select(example => example.Skill).Distinct().Order(StringComparer.Ordinal).ShouldBe(
            ProceduralMath.Find("percent").LevelNames.Select(level => $"percent/{Normal(level)}").Order(StringComparer.Ordinal));
        report.Regret!.Skills.Single(arm => arm.Examples > 0).ShouldSatisfyAllConditions(
            arm => arm.Skill.ShouldBe("percent"), arm => arm.Examples.ShouldBe(report.Examples));
    }

    [Fact]
    public async Task Tree_OfEachIteration_KnowsWhichItemsAskForWhatAndWhatWasTaught()
    {
        using var gym = new Gym(Specs.Tree(new() { Policy = TreePolicyKind.Threshold, Subskills = 2 }));
        var report = await gym.RunAsync();
        var items = (await gym.ItemsAsync(Split.Probe)).ToDictionary(item => item.Id);
        var iterations = gym.Record.FinalState().Iterations;
        var (first, second) = (await TreeAsync(gym, iterations[0].Tree!), await TreeAsync(gym, iterations[1].Tree!));
        var examples = await gym.Record.LinesAsync(iterations[0].Examples, CoreJson.Default.Example);

        first.Leaves.Count().ShouldBe(2 * 24);
        foreach (var (item, path) in first.Assignments)
        {
            var (skill, level) = ProceduralMath.Recognize(items[item].Prompt)!.Value;
            path.ShouldBe(level <= 2 ? TreePath.Child(skill.Name, Normal(skill.LevelNames[level - 1])) : skill.Name);
        }

        second.Leaves.ShouldAllBe(leaf => leaf.Examples == examples.Count(example => example.Skill == leaf.Path));
        second.Skills.Sum(skill => skill.Examples).ShouldBe(examples.Count);
        report.Tree!.Nodes.Where(node => TreePath.Parent(node.Path) is null).Sum(node => node.Examples).ShouldBe(report.Examples);
        report.Tree.Nodes.Sum(node => TreePath.Parent(node.Path) is null ? node.Probe!.N : 0).ShouldBe(items.Count);
    }

    [Fact]
    public async Task Rewards_OfAllActions_AreTheChangesOfTheirSkillsAccuracy()
    {
        using var gym = new Gym(Specs.Tree());
        var report = await gym.RunAsync();
        var state = gym.Record.FinalState();
        var accuracy = new List<Dictionary<string, double>>();
        for (var i = 0; i <= state.Iterations.Count; i++)
        {
            accuracy.Add((await gym.Record.LinesAsync(state.After(i).Exams.Probe.Answers, CoreJson.Default.GradedAnswer))
                .GroupBy(answer => answer.Skill!).ToDictionary(group => group.Key, group => group.Average(answer => answer.IsCorrect ? 1.0 : 0)));
        }

        report.Tree!.Actions.Count.ShouldBe(2 * 24);
        foreach (var action in report.Tree.Actions)
        {
            action.Reward!.Value.ShouldBe(accuracy[action.Iteration][action.Skill] - accuracy[action.Iteration - 1][action.Skill], 1e-9);
            action.Reward.N.ShouldBe(4);
        }

        report.Tree.Actions.Count(action => action.Reward!.StandardError > 0).ShouldBeGreaterThan(0);
        report.Tree.Actions.Where(action => action.Iteration == 2).ShouldAllBe(action => action.Action
            == (report.Tree.Actions.Single(earlier => earlier.Iteration == 1 && earlier.Skill == action.Skill).Reward!.Value > 0.01 ? "exploit" : "explore"));
    }

    [Fact]
    public async Task Proposals_ThatAllFail_LeaveSkillsAsTheirOwnLeavesAndSaySo()
    {
        using var gym = new Gym(Specs.Tree())
        {
            Rewrite = text => text.StartsWith("{\"subskills\"", StringComparison.Ordinal) ? "Let me think." : text,
        };

        var report = await gym.RunAsync();

        report.Examples.ShouldBe(2 * 48);
        report.Tree!.Nodes.ShouldAllBe(node => TreePath.Parent(node.Path) == null);
        report.Tree.Actions.Where(action => action.Action == "explore").ShouldAllBe(action => action.Added.Count == 0 && action.Notes.Count == 1 && action.Notes[0].EndsWith(": its answer could not be read."));
        report.Iterations[1].Malformed.ShouldBeGreaterThanOrEqualTo(24);
    }

    [Fact]
    public async Task Subskills_AtTheLimit_AreNotAskedForAgain()
    {
        using var gym = new Gym(Specs.Tree(new() { Policy = TreePolicyKind.Threshold, Threshold = 1, Subskills = 2, MaxSubskills = 2 }));

        var report = await gym.RunAsync();

        gym.Diary.Of<TeacherCall>().Count(call => call.Request() is ProposeSubskillsRequest).ShouldBe(24);
        report.Tree!.Nodes.Count.ShouldBe(24 * 3);
        report.Tree.Actions.Where(action => action.Iteration == 2).ShouldAllBe(action => action.Notes.Single().Contains("agent.tree.maxSubskills"));
    }

    [Fact]
    public async Task Growing_UnderATightBudget_SpendsAtMostHalfOfIt()
    {
        using var gym = new Gym(Specs.Tree() with { Stop = new() { Iterations = 2, Tokens = 60_000 } });

        var report = await gym.RunAsync();

        var (input, output) = gym.Record.Calls(EpisodeNames.Plan)[0];
        output.Spend.Tokens.ShouldBeInRange(1, input.Allowance.Tokens!.Value / 2);
        report.Examples.ShouldBeGreaterThan(0);
        report.Spend.Tokens.ShouldBeLessThanOrEqualTo(60_000);
        report.Tree!.Actions.ShouldContain(action => action.Notes.Any(note => note.Contains("the budget did not allow to ask")));
    }

    private static Task<SkillTree> TreeAsync(Gym gym, Core.Artifacts.ArtifactRef tree) => gym.Record.DocumentAsync(tree, CoreJson.Default.SkillTree);

    private static string Normal(string level) => DataEnvGym.Teachers.SkillName.Normalize(level);
}
