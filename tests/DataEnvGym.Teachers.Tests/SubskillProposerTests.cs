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
