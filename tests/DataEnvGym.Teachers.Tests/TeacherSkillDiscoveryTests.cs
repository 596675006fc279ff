using System.Text.Json;
using DataEnvGym.Core.Skills;
using DataEnvGym.Core.Tasks;
using DataEnvGym.Core.Teachers;
using DataEnvGym.Teachers.Chat;
using DataEnvGym.Teachers.Prompts;
using DataEnvGym.Teachers.Tests.Support;
using Microsoft.SemanticKernel.ChatCompletion;

namespace DataEnvGym.Teachers.Tests;

public sealed class TeacherSkillDiscoveryTests
{
    private static readonly TeacherSpec Spec = new();

    private static List<Item> Items(int count) =>
        [.. Enumerable.Range(0, count).Select(i => new Item($"secret-skill/{i:0000}", i % 2 == 0 ? $"{i}+1" : $"{i}-1", "?"))];

    private static LabelSkillsRequest Asked(ChatHistory messages) =>
        DataBlock.Read(messages[1].Content!, out _).ShouldBeOfType<LabelSkillsRequest>();

    private static string Answer(IEnumerable<SkillLabel> labels) =>
        JsonSerializer.Serialize(new LabelSkillsAnswer([.. labels]), TeacherJson.Default.LabelSkillsAnswer);

    private static FakeChat Labeller() => new((messages, _) => Talk.Of(messages) is AggregateSkillsRequest aggregate
        ? Talk.Group(aggregate)
        : Answer(Asked(messages).Items.Select(item => new SkillLabel(item.Id, item.Prompt.Contains('+') ? " Adding NUMBERS " : "taking_away"))));

    private static Task<SkillDiscovery> RunAsync(FakeChat chat, IReadOnlyList<Item> items, Allowance? allowance = null, ulong seed = 5) =>
        new TeacherSkillDiscovery(new StructuredChat(chat, Spec)).DiscoverAsync(items, null, Given.Words, allowance ?? Allowance.Unlimited, seed, null, default);

    [Fact]
    public async Task Discover_Items_AreAssignedUnderNormalisedNames()
    {
        var items = Items(100);
        var chat = Labeller();
        var found = await RunAsync(chat, items);
        found.Taxonomy.Version.ShouldBe(1);
        found.Taxonomy.Skills.ShouldBe(["adding-numbers", "taking-away"]);
        items.ShouldAllBe(item => found.Taxonomy.SkillOf(item.Id) == (item.Prompt.Contains('+') ? "adding-numbers" : "taking-away"));
        found.Malformed.ShouldBe(0);
        found.Spend.Calls.ShouldBe(4);
        chat.Asked.Take(3).Select(messages => Asked(messages).Items.Count).ShouldBe([40, 40, 20]);
        Talk.Of(chat.Asked[3]).ShouldBeOfType<AggregateSkillsRequest>().Labels.ShouldBe(["adding-numbers", "taking-away"]);
        Asked(chat.Asked[0]).KnownSkills.ShouldBeEmpty();
        Asked(chat.Asked[1]).KnownSkills.ShouldBe(["adding-numbers", "taking-away"]);
    }

    [Fact]
    public async Task Discover_ItemsInAnotherOrder_AsksTheSame()
    {
        var (first, second, otherSeed) = (Labeller(), Labeller(), Labeller());
        var a = await RunAsync(first, Items(90));
        var b = await RunAsync(second, [.. Items(90).AsEnumerable().Reverse()]);
        await RunAsync(otherSeed, Items(90), seed: 6);
        second.Asked.Select(PromptHash.Of).ShouldBe(first.Asked.Select(PromptHash.Of));
        b.Taxonomy.Assignments.ShouldBe(a.Taxonomy.Assignments);
        otherSeed.Asked.Select(PromptHash.Of).ShouldNotBe(first.Asked.Select(PromptHash.Of));
    }

    [Fact]
    public async Task Discover_ItemIds_AreNotShown()
    {
        var chat = Labeller();
        await RunAsync(chat, Items(10));
        chat.Asked[0][1].Content.ShouldNotBeNull().ShouldNotContain("secret-skill");
    }

    [Fact]
    public async Task Discover_UnusableLabels_LeaveItemsUnlabelled()
    {
        var chat = new FakeChat((_, _) => Answer([new("1", "adding"), new("2", "unknown"), new("3", " !! "), new("4", "Unlabelled")]));
        var found = await RunAsync(chat, Items(6));
        found.Taxonomy.Skills.ShouldBe(["adding"]);
        found.Taxonomy.Assignments.Count.ShouldBe(1);
        Items(6).Count(item => found.Taxonomy.SkillOf(item.Id) == Taxonomy.Unlabelled).ShouldBe(5);
        found.Malformed.ShouldBe(0);
    }

    [Theory]
    [InlineData("99")]
    [InlineData("1")]
    [InlineData("secret-skill/0001")]
    public async Task Discover_UnknownOrRepeatedId_IsIgnoredAndCounted(string id)
    {
        var chat = new FakeChat((_, _) => Answer([new("1", "adding"), new(id, "adding"), new("2", "adding")]));
        var found = await RunAsync(chat, Items(2));
        found.Taxonomy.Skills.ShouldBe(["adding"]);
        found.Taxonomy.Assignments.Count.ShouldBe(2);
        found.Malformed.ShouldBe(1);
    }

    [Fact]
    public async Task Discover_MalformedBatch_LosesOnlyItsOwnItems()
    {
        var chat = new FakeChat((messages, call) => call < 2 ? "?" : Answer(Asked(messages).Items.Select(item => new SkillLabel(item.Id, "any"))));
        var found = await RunAsync(chat, Items(60));
        found.Malformed.ShouldBe(1);
        found.Taxonomy.Assignments.Count.ShouldBe(20);
    }

    [Fact]
    public async Task Discover_AllowanceEnds_TheRestStaysUnlabelled()
    {
        var unlimited = Labeller();
        await RunAsync(unlimited, Items(100));
        var firstCall = TokenEstimate.AtMost(unlimited.Asked[0]) + Spec.MaxTokensPerCall;
        var found = await RunAsync(Labeller(), Items(100), new Allowance(firstCall, null));
        found.Taxonomy.Assignments.Count.ShouldBe(40);
        found.Spend.Calls.ShouldBe(2, "to group the labels costs less than to label more items");
        found.Malformed.ShouldBe(0);
    }
}
