using DataEnvGym.Core.Skills;
using DataEnvGym.Core.Teachers;
using DataEnvGym.Teachers.Chat;
using DataEnvGym.Teachers.Prompts;
using DataEnvGym.Teachers.Tests.Support;

namespace DataEnvGym.Teachers.Tests;

public sealed class SubskillProposerTests
{
    private static Task<SubskillProposal> ProposeAsync(FakeChat chat, int count, Allowance? allowance = null) =>
        new SubskillProposer(new StructuredChat(chat, new TeacherSpec())).ProposeAsync(
            "adding", ["no-carry"], count, Given.Words, allowance ?? Allowance.Unlimited, 1, default);

    [Fact]
    public async Task Propose_RepeatsAndTooMany_AreDropped()
    {
        var chat = new FakeChat("""{"subskills":["One Carry","No carry","one-carry","!","two carries","three carries"]}""");
        var proposal = await ProposeAsync(chat, 2);
        proposal.Subskills.ShouldBe(["one-carry", "two-carries"]);
        proposal.Malformed.ShouldBe(0);
        proposal.Spend.Calls.ShouldBe(1);
        var asked = DataBlock.Read(chat.Asked[0][1].Content!, out _).ShouldBeOfType<ProposeSubskillsRequest>();
        (asked.Skill, asked.Existing.Single(), asked.Count).ShouldBe(("adding", "no-carry", 2));
    }

    [Fact]
    public async Task Propose_TooFew_AreAskedForOnceMore()
    {
        var chat = new FakeChat("""{"subskills":["one carry","no carry"]}""", """{"subskills":["one-carry","two/carries"]}""");
        var proposal = await ProposeAsync(chat, 4);
        proposal.Subskills.ShouldBe(["one-carry", "two-carries"]);
        proposal.Spend.Calls.ShouldBe(2);
        var again = DataBlock.Read(chat.Asked[1][1].Content!, out _).ShouldBeOfType<ProposeSubskillsRequest>();
        again.Existing.ShouldBe(["no-carry", "one-carry"]);
        again.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Propose_TeacherThatHasNoMore_IsNotAskedAgain()
    {
        var proposal = await ProposeAsync(new FakeChat("""{"subskills":[]}"""), 2);
        proposal.Subskills.ShouldBeEmpty();
        (proposal.Malformed, proposal.Spend.Calls).ShouldBe((0, 1));
    }

    [Fact]
    public async Task Propose_SecondAnswerMalformed_KeepsTheFirst()
    {
        var proposal = await ProposeAsync(new FakeChat("""{"subskills":["one carry"]}""", "no"), 2);
        proposal.Subskills.ShouldBe(["one-carry"]);
        (proposal.Malformed, proposal.Spend.Calls).ShouldBe((1, 3));
    }

    [Fact]
    public async Task Propose_MalformedTwice_GivesNoneAndCountsIt()
    {
        var proposal = await ProposeAsync(new FakeChat("no"), 2);
        proposal.Subskills.ShouldBeEmpty();
        proposal.Malformed.ShouldBe(1);
        proposal.Spend.Calls.ShouldBe(2);
    }

    [Fact]
    public async Task Propose_NoAllowance_MakesNoCall()
    {
        var chat = new FakeChat("no");
        var proposal = await ProposeAsync(chat, 2, new Allowance(10, null));
        proposal.AllowanceReached.ShouldBeTrue();
        chat.Asked.ShouldBeEmpty();
    }
}
