using System.Text.Json;
using DataEnvGym.Core.Skills;
using DataEnvGym.Core.Tasks;
using DataEnvGym.Core.Teachers;
using DataEnvGym.Teachers.Chat;
using DataEnvGym.Teachers.Prompts;
using DataEnvGym.Teachers.Tests.Support;
using Microsoft.SemanticKernel.ChatCompletion;

namespace DataEnvGym.Teachers.Tests;

public sealed class TeacherItemAssignerTests
{
    private static readonly string[] Choices = ["adding/no-carry", "adding/one-carry"];

    [Fact]
    public async Task Assign_Items_GoToTheirChoicesInBatches()
    {
        var chat = Assigner(item => item.Prompt.Contains('+') ? "adding/one-carry" : "none");
        var items = Items(50);

        var found = await RunAsync(chat, items);

        items.ShouldAllBe(item => found.Choices[item.Id] == (item.Prompt.Contains('+') ? "adding/one-carry" : null));
        (found.Malformed, found.Spend.Calls, found.AllowanceReached).ShouldBe((0, 2, false));
        chat.Asked.Select(messages => Asked(messages).Items.Count).ShouldBe([40, 10]);
        Asked(chat.Asked[0]).Choices.ShouldBe(Choices);
        chat.Asked.ShouldAllBe(messages => !messages[1].Content!.Contains("secret"));
    }

    [Theory]
    [InlineData("Adding / One Carry", "adding/one-carry")]
    [InlineData("one carry", "adding/one-carry")]
    [InlineData("NONE", null)]
    public async Task Assign_OtherSpelling_IsRead(string written, string? choice)
    {
        var found = await RunAsync(Assigner(_ => written), Items(1));

        found.Choices.ShouldHaveSingleItem().Value.ShouldBe(choice);
        found.Malformed.ShouldBe(0);
    }

    [Theory]
    [InlineData("two carries")]
    [InlineData("")]
    [InlineData("adding")]
    public async Task Assign_ChoiceThatWasNotOffered_IsLeftOutAndCounted(string written)
    {
        var found = await RunAsync(Assigner(_ => written), Items(1));

        found.Choices.ShouldBeEmpty();
        found.Malformed.ShouldBe(1);
    }

    [Fact]
    public async Task Assign_LastPartOfTwoChoices_IsNotGuessed() =>
        (await RunAsync(Assigner(_ => "carry"), Items(1), choices: ["adding/carry", "taking/carry"])).Choices.ShouldBeEmpty();

    [Fact]
    public async Task Assign_UnknownAndRepeatedItems_AreLeftOutAndCountedOnce()
    {
        var found = await RunAsync(new FakeChat("""{"labels":[{"id":"1","skill":"no-carry"},{"id":"1","skill":"one-carry"},{"id":"9","skill":"no-carry"}]}"""), Items(2));

        found.Choices.ShouldHaveSingleItem().Value.ShouldBe("adding/no-carry");
        found.Malformed.ShouldBe(1);
    }

    [Fact]
    public async Task Assign_ItemsInAnotherOrder_AsksTheSame()
    {
        var (one, two) = (Assigner(_ => "none"), Assigner(_ => "none"));

        await RunAsync(one, Items(60));
        await RunAsync(two, [.. Items(60).AsEnumerable().Reverse()]);

        two.Asked.Select(PromptHash.Of).ShouldBe(one.Asked.Select(PromptHash.Of));
    }

    [Fact]
    public async Task Assign_NoAllowance_MakesNoCall()
    {
        var chat = Assigner(_ => "none");

        var found = await RunAsync(chat, Items(3), new Allowance(10, null));

        (found.AllowanceReached, found.Choices.Count, chat.Asked.Count).ShouldBe((true, 0, 0));
    }

    [Fact]
    public async Task Assign_NoItems_MakesNoCall() => (await RunAsync(Assigner(_ => "none"), [])).Spend.Calls.ShouldBe(0);

    [Fact]
    public async Task Assign_NamesOfSkills_AreChosenAsTheyAreSpelledAndWhatFitsNoneHasNone()
    {
        string[] skills = ["Algebra", "Counting & Probability", "counting-and-probability"];
        var chat = Assigner(item => item.Prompt[0] switch { '0' => "Counting and Probability", '1' => "algebra", '2' => "none", _ => "geometry" });

        var found = await RunAsync(chat, Items(4), choices: skills);

        found.Fitting.Select(pair => (pair.Key[^1], pair.Value)).ShouldBe([('0', "counting-and-probability"), ('1', "Algebra")]);
        (found.Choices.Count, found.Malformed).ShouldBe((3, 1), "geometry is no choice");
    }

    [Fact]
    public async Task Assign_NoChoices_MakesNoCall() => (await RunAsync(Assigner(_ => "none"), Items(3), choices: [])).Spend.Calls.ShouldBe(0);

    private static List<Item> Items(int count) =>
        [.. Enumerable.Range(0, count).Select(i => new Item($"secret-skill/{i:0000}", i % 2 == 0 ? $"{i}+1" : $"{i}-1", "?"))];

    private static AssignItemsRequest Asked(ChatHistory messages) => DataBlock.Read(messages[1].Content!, out _).ShouldBeOfType<AssignItemsRequest>();

    private static FakeChat Assigner(Func<ItemToLabel, string> choose) => new((messages, _) => JsonSerializer.Serialize(
        new LabelSkillsAnswer([.. Asked(messages).Items.Select(item => new SkillLabel(item.Id, choose(item)))]), TeacherJson.Default.LabelSkillsAnswer));

    private static Task<ItemAssignment> RunAsync(FakeChat chat, IReadOnlyList<Item> items, Allowance? allowance = null, IReadOnlyList<string>? choices = null) =>
        new TeacherItemAssigner(new StructuredChat(chat, new())).AssignAsync(items, choices ?? Choices, Given.Words, allowance ?? Allowance.Unlimited, 5, null, default);
}
