using DataEnvGym.Core.Policies.Trees;
using DataEnvGym.Core.Skills.Trees;
using DataEnvGym.Core.Teachers;
using DataEnvGym.Teachers.Chat;
using DataEnvGym.Teachers.Offline;
using DataEnvGym.Teachers.Prompts;
using DataEnvGym.Teachers.Tests.Support;
using Microsoft.SemanticKernel.ChatCompletion;

namespace DataEnvGym.Teachers.Tests;

public sealed class TeacherTreeAdvisorTests
{
    private static readonly SkillTree Tree = SkillTree.Empty.With(
    [
        new("adding", 1, 10, 40, 20, 5), new("adding/carry", 1, 10, 40, 8, 1), new("adding/no-carry", 1, 10, 0, 12, 4), new("percent", 2, 10, 0, 0, 0),
    ]) with
    {
        Iteration = 2,
        History = [new("adding", 1, new("adding", 20, 2), new Explore(2, 10), 1, ["adding/carry", "adding/no-carry"], []) { Reward = new(0.15, 0.08, 20) }],
    };

    private static Task<TreeAdvice> AdviseAsync(IChatCompletionService chat, Allowance? allowance = null) =>
        new TeacherTreeAdvisor(new StructuredChat(chat, new TeacherSpec())).AdviseAsync(
            new(Tree, 4, 50, Given.Words, allowance ?? Allowance.Unlimited, 3), default);

    private static string Decide(params string[] decisions) => $$"""{"decisions":[{{string.Join(',', decisions)}}]}""";

    private static string Explore(string skill, int count, int each) =>
        $$"""{"skill":"{{skill}}","reasoning":"new","action":"explore","new_subskills":{{count}},"examples_each":{{each}},"deltas":[]}""";

    private static string Exploit(string skill, params (string Part, int Delta)[] deltas) =>
        $$"""{"skill":"{{skill}}","reasoning":"more","action":"exploit","new_subskills":0,"examples_each":0,"deltas":[{{string.Join(',', deltas.Select(delta => $$"""{"subskill":"{{delta.Part}}","delta":{{delta.Delta}}}"""))}}]}""";

    [Fact]
    public async Task Advise_GoodAnswer_IsAnActionForEachSkillWithItsReason()
    {
        var advice = await AdviseAsync(new FakeChat(Decide(Exploit("Adding", ("adding/carry", 20), ("No carry", -10)), Explore("percent", 2, 15))));

        advice.Actions["adding"].ShouldBeOfType<Exploit>().Deltas.ShouldBe(new Dictionary<string, int> { ["adding/carry"] = 20, ["adding/no-carry"] = -10 }, ignoreOrder: true);
        advice.Actions["adding"].Reason.ShouldBe("more");
        advice.Actions["percent"].ShouldBe(new Explore(2, 15) { Reason = "new" });
        (advice.Malformed, advice.Spend.Calls, advice.Calls.Count).ShouldBe((0, 1, 1));
    }

    [Fact]
    public async Task Advise_Question_ShowsPartsAndHistoryWithRewards()
    {
        var chat = new FakeChat(Decide(Explore("adding", 1, 1), Explore("percent", 1, 1)));

        await AdviseAsync(chat);

        var asked = DataBlock.Read(chat.Asked[0][1].Content!, out _).ShouldBeOfType<SteerTreeRequest>();
        (asked.MostSubskills, asked.MostExamples).ShouldBe((4, 50));
        asked.Skills.Select(skill => (skill.Skill, skill.Items, skill.Correct)).ShouldBe([("adding", 20, 5), ("percent", 0, 0)]);
        asked.Skills[0].Subskills.ShouldBe([new("adding/carry", 8, 1, 10, 40), new("adding/no-carry", 12, 4, 10, 0)]);
        asked.Skills[0].History.ShouldBe([new("explore", 0.15, 0.08)]);
        asked.Skills[1].History.ShouldBeEmpty();
    }

    [Fact]
    public async Task Advise_NumbersOutOfRange_AreMovedToItsEndAndCounted()
    {
        var advice = await AdviseAsync(new FakeChat(Decide(Exploit("adding", ("adding/carry", 900)), Explore("percent", 40, 15))));

        advice.Actions["adding"].ShouldBeOfType<Exploit>().Deltas["adding/carry"].ShouldBe(50);
        advice.Actions["percent"].ShouldBeOfType<Explore>().Count.ShouldBe(4);
        advice.Malformed.ShouldBe(1);
    }

    [Fact]
    public async Task Advise_SkillsAndPartsThatDoNotExist_AreDroppedAndCounted()
    {
        var advice = await AdviseAsync(new FakeChat(Decide(Exploit("adding", ("adding/cooking", 5)), Explore("cooking", 1, 1))));

        advice.Actions.Keys.ShouldBe(["adding"]);
        advice.Actions["adding"].ShouldBeOfType<Exploit>().Deltas.ShouldBeEmpty();
        advice.Malformed.ShouldBe(1);
    }

    public static TheoryData<string> Unusable => new(
        "explore everything",
        Decide(Explore("adding", 0, 5)),
        Decide(Explore("adding", 1, -5)),
        Decide(Exploit("adding", ("adding/carry", 1), ("adding/carry", 2))),
        Decide(Explore("adding", 1, 1), Explore("adding", 1, 1)),
        Decide(Explore("adding", 1, 1).Replace("explore", "rest", StringComparison.Ordinal)));

    [Theory]
    [MemberData(nameof(Unusable))]
    public async Task Advise_UnusableAnswer_IsNoAdvice(string answer)
    {
        var advice = await AdviseAsync(new FakeChat(answer));

        advice.Actions.ShouldBeEmpty();
        (advice.Malformed, advice.Spend.Calls).ShouldBe((1, 2));
    }

    [Fact]
    public async Task Advise_NoAllowance_MakesNoCall()
    {
        var advice = await AdviseAsync(new FakeChat("never"), new Allowance(10, null));

        (advice.Actions.Count, advice.Malformed, advice.Spend.Calls).ShouldBe((0, 0, 0));
    }

    [Fact]
    public async Task Advise_OfflineTeacher_ExploresWhatHasNoPartsAndMovesExamplesToWhatIsMissing()
    {
        var advice = await AdviseAsync(new OfflineTeacher(1, new TeacherFaults()));

        advice.Actions["percent"].ShouldBeOfType<Explore>();
        var deltas = advice.Actions["adding"].ShouldBeOfType<Exploit>().Deltas;
        deltas["adding/carry"].ShouldBeGreaterThan(deltas["adding/no-carry"]);
    }
}
