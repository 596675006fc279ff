using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Policies;
using DataEnvGym.Core.Teachers;
using DataEnvGym.Teachers.Chat;
using DataEnvGym.Teachers.Offline;
using DataEnvGym.Teachers.Prompts;
using DataEnvGym.Teachers.Tests.Support;
using Microsoft.SemanticKernel.ChatCompletion;

namespace DataEnvGym.Teachers.Tests;

public sealed class TeacherAdvisorTests
{
    private static readonly SkillStanding[] Skills = [new("adding", 20, 5), new("percent", 0, 0), new("sorting", 20, 20)];

    private static AdviceRequest Request(Allowance? allowance = null) => new(
        300, Skills, [new PastIteration(1, [new("adding", 20, 2)], new Dictionary<string, int> { ["adding"] = 40, ["sorting"] = 7 })], Given.Words,
        allowance ?? Allowance.Unlimited, 5);

    private static Task<AdviceOutcome> AdviseAsync(IChatCompletionService chat, Allowance? allowance = null) =>
        new TeacherAdvisor(new StructuredChat(chat, new TeacherSpec())).AdviseAsync(Request(allowance), default);

    [Fact]
    public async Task Advise_GoodAnswer_IsNormalisedAndTellsWhoSaidIt()
    {
        var outcome = await AdviseAsync(new FakeChat("""{"reasoning":"Sums first.","shares":[{"skill":"Adding","share":3},{"skill":"percent","share":1}]}"""));

        var advice = outcome.Advice.ShouldNotBeNull();
        advice.Shares.ShouldBe(new Dictionary<string, double> { ["adding"] = 0.75, ["percent"] = 0.25 }, ignoreOrder: true);
        advice.Reasoning.ShouldBe("Sums first.");
        advice.Request.ShouldNotBeEmpty();
        (outcome.Malformed, outcome.Spend.Calls).ShouldBe((0, 1));
    }

    [Fact]
    public async Task Advise_Question_ShowsStandingAndHistoryOfEverySkill()
    {
        var chat = new FakeChat("""{"reasoning":"","shares":[{"skill":"adding","share":1}]}""");

        await AdviseAsync(chat);

        var asked = DataBlock.Read(chat.Asked[0][1].Content!, out _).ShouldBeOfType<ShareBudgetRequest>();
        asked.Budget.ShouldBe(300);
        asked.Skills.Select(skill => (skill.Skill, skill.Items, skill.Correct)).ShouldBe([("adding", 20, 5), ("percent", 0, 0), ("sorting", 20, 20)]);
        asked.Skills.Select(skill => skill.History.ShouldHaveSingleItem()).ShouldBe([new(20, 2, 40), new(0, 0, 0), new(0, 0, 7)]);
    }

    [Fact]
    public async Task Advise_SkillsThatDoNotExist_AreDroppedAndCounted()
    {
        var outcome = await AdviseAsync(new FakeChat("""{"reasoning":"","shares":[{"skill":"adding","share":1},{"skill":"cooking","share":9}]}"""));

        outcome.Advice.ShouldNotBeNull().Shares.ShouldBe(new Dictionary<string, double> { ["adding"] = 1 });
        outcome.Malformed.ShouldBe(1);
    }

    [Theory]
    [InlineData("""{"reasoning":"","shares":[{"skill":"cooking","share":1}]}""", 1)]
    [InlineData("""{"reasoning":"","shares":[{"skill":"adding","share":-1}]}""", 2)]
    [InlineData("""{"reasoning":"","shares":[{"skill":"adding","share":0}]}""", 2)]
    [InlineData("""{"reasoning":"","shares":[{"skill":"adding","share":1},{"skill":"adding","share":2}]}""", 2)]
    [InlineData("""{"reasoning":"","shares":[{"skill":" ","share":1}]}""", 2)]
    [InlineData("give all to adding", 2)]
    public async Task Advise_UnusableAnswer_IsNoAdvice(string answer, int calls)
    {
        var outcome = await AdviseAsync(new FakeChat(answer));

        outcome.Advice.ShouldBeNull();
        (outcome.Malformed, outcome.Spend.Calls).ShouldBe((1, calls));
    }

    [Fact]
    public async Task Advise_NoAllowance_MakesNoCall()
    {
        var outcome = await AdviseAsync(new FakeChat("never"), new Allowance(10, null));

        (outcome.Advice, outcome.Malformed, outcome.Spend.Calls).ShouldBe((null, 0, 0));
    }

    [Fact]
    public async Task Advise_OfflineTeacher_GivesMoreWhereMoreIsMissing()
    {
        var advice = (await AdviseAsync(new OfflineTeacher(1, new TeacherFaults()))).Advice.ShouldNotBeNull();

        advice.Shares["adding"].ShouldBeGreaterThan(advice.Shares["percent"]);
        advice.Shares["percent"].ShouldBeGreaterThan(advice.Shares["sorting"]);
        advice.Shares.Values.Sum().ShouldBe(1, 1e-9);
    }
}
