using DataEnvGym.Core.Skills;
using DataEnvGym.Core.Tasks;
using DataEnvGym.Core.Teachers;
using DataEnvGym.Teachers.Chat;
using DataEnvGym.Teachers.Prompts;
using DataEnvGym.Teachers.Tests.Support;

namespace DataEnvGym.Teachers.Tests.Labelling;

/// <summary>Labels are grouped, and items whose label came into no group are assigned.</summary>
public sealed class ThreeStepTests
{
    private static readonly TeacherSpec Spec = new();

    // Item 7 of "c" asks "c 7", and is labelled "c".
    private static List<Item> Items(params string[] labels) => [.. labels.Select((label, i) => new Item($"item-{i:000}", $"{label} {i}", "?"))];

    private static FakeChat Teacher(Func<AggregateSkillsRequest, string> group, Func<string, string>? choose = null) => new((messages, _) => Talk.Of(messages) switch
    {
        LabelSkillsRequest label => Talk.Label(label.Items, prompt => prompt.Split(' ')[0]),
        AggregateSkillsRequest aggregate => group(aggregate),
        AssignItemsRequest assign => Talk.Label(assign.Items, choose ?? (_ => "none")),
        var other => throw new InvalidOperationException($"Nobody asks for {other}."),
    });

    private static Task<SkillDiscovery> RunAsync(FakeChat chat, IReadOnlyList<Item> items, int? count = null, Allowance? allowance = null) =>
        new TeacherSkillDiscovery(new StructuredChat(chat, Spec)).DiscoverAsync(items, count, Given.Words, allowance ?? Allowance.Unlimited, 5, null, default);

    [Fact]
    public async Task Discover_LabelsGrouped_GiveTheirItemsTheGroup()
    {
        var chat = Teacher(request => Talk.Group(request, "Sums: add carry", "minus: sub"));
        var found = await RunAsync(chat, Items("add", "carry", "sub", "add"), count: 2);
        found.Taxonomy.Assignments.Values.ShouldBe(["sums", "sums", "minus", "sums"]);
        found.Taxonomy.Skills.ShouldBe(["minus", "sums"]);
        (found.Malformed, found.Spend.Calls).ShouldBe((0, 2));
        Talk.Of(chat.Asked[1]).ShouldBeOfType<AggregateSkillsRequest>().Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("sums: add", "minus: sub")]
    [InlineData("sums: add carry", "minus: sub carry")]
    [InlineData("minus: sub carry", "sums: add carry")]
    public async Task Discover_LabelInNoGroupOrInTwo_HasItsItemsAssignedInOneCall(string first, string second)
    {
        var chat = Teacher(request => Talk.Group(request, first, second), prompt => prompt.EndsWith('1') ? " Minus" : "none");
        var found = await RunAsync(chat, Items("add", "carry", "carry", "sub"));
        found.Taxonomy.SkillOf("item-001").ShouldBe("minus");
        found.Taxonomy.SkillOf("item-002").ShouldBe(Taxonomy.Unlabelled);
        (found.Malformed, found.Spend.Calls).ShouldBe((1, 3));
        var asked = Talk.Of(chat.Asked[2]).ShouldBeOfType<AssignItemsRequest>();
        asked.Choices.ShouldBe(["minus", "sums"]);
        asked.Items.Select(item => item.Prompt).Order().ShouldBe(["carry 1", "carry 2"]);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"skills": [{"name": " ", "labels": ["add"]}]}""")]
    [InlineData("""{"skills": [{"name": "all", "labels": ["mul"]}]}""")]
    [InlineData("""{"skills": [{"name": "unknown", "labels": ["add", "sub"]}]}""")]
    public async Task Discover_NoUsableGroups_LabelsStandForThemselves(string answer)
    {
        var found = await RunAsync(Teacher(_ => answer), Items("add", "sub"));
        found.Taxonomy.Assignments.Values.ShouldBe(["add", "sub"]);
        found.Malformed.ShouldBe(1);
    }

    [Fact]
    public async Task Discover_OneLabel_IsNotGrouped()
    {
        var found = await RunAsync(Teacher(_ => throw new InvalidOperationException("There is nothing to group.")), Items("add", "add"));
        (found.Taxonomy.Skills.Single(), found.Spend.Calls).ShouldBe(("add", 1));
    }

    [Fact]
    public async Task Discover_NothingLeftToGroupWith_LabelsStandForThemselves()
    {
        var generous = Teacher(request => Talk.Group(request, "all: add sub"));
        await RunAsync(generous, Items("add", "sub"));
        var chat = new FakeChat((messages, _) => Talk.Label(Talk.Of(messages).ShouldBeOfType<LabelSkillsRequest>().Items, prompt => prompt.Split(' ')[0]))
        {
            Usage = (messages, _) => new TokenUsage(TokenEstimate.AtMost(messages), Spec.MaxTokensPerCall - 1),
        };
        var found = await RunAsync(chat, Items("add", "sub"), allowance: new Allowance(TokenEstimate.AtMost(generous.Asked[0]) + Spec.MaxTokensPerCall, null));
        found.Taxonomy.Assignments.Values.ShouldBe(["add", "sub"]);
        (found.Malformed, found.Spend.Calls).ShouldBe((0, 1));
    }

    [Fact]
    public async Task Discover_MoreLabelsThanACallHolds_GroupsThemInSeveralThatKnowEachOther()
    {
        var items = Items([.. Enumerable.Range(0, 250).Select(i => $"label-{i:000}")]);
        var chat = Teacher(request => Talk.Group(request, $"odd: {Labels(request, odd: true)}", $"even: {Labels(request, odd: false)}"));
        var found = await RunAsync(chat, items);
        found.Taxonomy.Skills.ShouldBe(["even", "odd"]);
        found.Taxonomy.Assignments.Count.ShouldBe(250);
        var asked = chat.Asked.Select(Talk.Of).OfType<AggregateSkillsRequest>().ToList();
        asked.Select(request => request.Labels.Count).ShouldBe([200, 50]);
        asked.Select(request => request.KnownSkills.Count).ShouldBe([0, 2]);
    }

    [Fact]
    public async Task Discover_ItemsInAnotherOrder_FindsAndAsksTheSame()
    {
        var items = Items([.. Enumerable.Range(0, 90).Select(i => $"{"abc"[i % 3]}")]);
        FakeChat[] chats = [.. Enumerable.Range(0, 2).Select(_ => Teacher(request => Talk.Group(request, "ab: a b"), prompt => prompt.Length > 3 ? "ab" : "none"))];
        var first = await RunAsync(chats[0], items);
        var second = await RunAsync(chats[1], [.. items.AsEnumerable().Reverse()]);
        second.Taxonomy.Assignments.ShouldBe(first.Taxonomy.Assignments);
        chats[1].Asked.Select(PromptHash.Of).ShouldBe(chats[0].Asked.Select(PromptHash.Of));
    }

    private static string Labels(AggregateSkillsRequest request, bool odd) => string.Join(' ', request.Labels.Where(label => (label[^1] % 2 == 1) == odd));
}
