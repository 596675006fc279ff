using System.Text.Json;
using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Skills;
using DataEnvGym.Core.Students;
using DataEnvGym.Core.Teachers;
using DataEnvGym.Teachers.Chat;
using DataEnvGym.Teachers.Prompts;
using DataEnvGym.Teachers.Tests.Support;
using Microsoft.SemanticKernel.ChatCompletion;

namespace DataEnvGym.Teachers.Tests;

public sealed class TeacherDataEngineTests
{
    private static readonly TeacherSpec Spec = new() { ExamplesPerCall = 4 };

    private static WriteExamplesRequest Asked(ChatHistory messages) =>
        DataBlock.Read(messages[1].Content!, out _).ShouldBeOfType<WriteExamplesRequest>();

    private static string Answer(int count, bool exhausted, string mark) => JsonSerializer.Serialize(
        new WriteExamplesAnswer([.. Enumerable.Range(1, count).Select(i => new WrittenExample($"{mark} {i}", $"steps {i}", $"{i}"))], exhausted),
        TeacherJson.Default.WriteExamplesAnswer);

    private static FakeChat Obedient() => new((messages, _) => Answer(Asked(messages).Count, false, Asked(messages).Batch));

    private static Task<DataEngineResult> RunAsync(FakeChat chat, params OrderContext[] orders) =>
        new TeacherDataEngine(new StructuredChat(chat, Spec), Spec).WriteAsync(Given.Request(orders), null, default);

    [Fact]
    public async Task Write_Orders_AreSplitIntoCallsAndFilledExactly()
    {
        var chat = Obedient();
        var result = await RunAsync(chat, Given.Order("order-01", 10), Given.Order("order-02", 3, "adding"));
        chat.Asked.Select(messages => (Asked(messages).Count, Asked(messages).Skill, Asked(messages).Batch)).ShouldBe(
        [
            (4, null, "iteration-2/order-01/round-0/call-1"),
            (4, null, "iteration-2/order-01/round-0/call-2"),
            (2, null, "iteration-2/order-01/round-0/call-3"),
            (3, "adding", "iteration-2/order-02/round-0/call-1"),
        ]);
        result.Drafts.Select(draft => draft.OrderId).ShouldBe(Enumerable.Repeat("order-01", 10).Concat(Enumerable.Repeat("order-02", 3)));
        result.Drafts.Select(draft => draft.Prompt).ShouldBeUnique();
        result.Drafts[^1].Skill.ShouldBe("adding");
        result.Exhausted.ShouldBeEmpty();
        result.Malformed.ShouldBe(0);
        result.AllowanceReached.ShouldBeFalse();
        result.Spend.Calls.ShouldBe(4);
    }

    [Fact]
    public async Task Write_Draft_NamesAllThatItComesFrom()
    {
        var chat = Obedient();
        var errors = Given.Errors(3);
        var result = await RunAsync(chat, Given.Order("order-01", 1, errors: errors));
        var draft = result.Drafts.ShouldHaveSingleItem();
        draft.Solution.ShouldBe("steps 1");
        draft.Answer.ShouldBe("1");
        draft.Source.Writer.ShouldBe("fake/1");
        draft.Source.PromptHash.ShouldBe(PromptHash.Of(chat.Asked[0]));
        draft.Source.Request.ShouldBe(PromptHash.Request(draft.Source.PromptHash!, draft.Source.Seed));
        var shown = Asked(chat.Asked[0]).Errors.Select(error => error.CorrectAnswer);
        draft.Source.SourceErrors.Select(id => id.Replace("item-", "gold-")).ShouldBe(shown);
        draft.Source.SourceErrors.ShouldBe(errors.Select(error => error.ItemId), ignoreOrder: true);
    }

    [Fact]
    public async Task Write_ErrorsOfAnOrder_TakeTurnsOverItsCalls()
    {
        var chat = Obedient();
        await RunAsync(chat, Given.Order("order-01", 12, errors: Given.Errors(20)));
        var shown = chat.Asked.Select(messages => Asked(messages).Errors.Select(error => error.CorrectAnswer).ToList()).ToList();
        shown.ShouldAllBe(call => call.Count == TeacherDataEngine.ErrorsPerCall && call.Distinct().Count() == call.Count);
        shown.SelectMany(call => call).Distinct().Count().ShouldBe(20);
    }

    [Fact]
    public async Task Write_WithoutState_ShowsNoErrorAnywhere()
    {
        var chat = Obedient();
        var result = await RunAsync(chat, Given.Order("order-01", 12));
        chat.Asked.ShouldAllBe(messages => Asked(messages).Errors.Count == 0);
        result.Drafts.ShouldAllBe(draft => draft.Source.SourceErrors.Count == 0);
    }

    [Fact]
    public async Task Write_UnlabelledSkill_LeavesTheChoiceToTheTeacher()
    {
        var chat = Obedient();
        var result = await RunAsync(chat, Given.Order("order-01", 1, Taxonomy.Unlabelled));
        Asked(chat.Asked[0]).Skill.ShouldBeNull();
        result.Drafts[0].Skill.ShouldBe(Taxonomy.Unlabelled);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(9)]
    public async Task Write_TeacherGivesTooMany_NeverDeliversMoreThanOrdered(int ordered)
    {
        var chat = new FakeChat((messages, call) => Answer(50, false, $"{call}"));
        var result = await RunAsync(chat, Given.Order("order-01", ordered), Given.Order("order-02", 2));
        result.Drafts.Count(draft => draft.OrderId == "order-01").ShouldBe(ordered);
        result.Drafts.Count.ShouldBe(ordered + 2);
    }

    [Fact]
    public async Task Write_TeacherIsExhausted_StopsTheOrderAndSaysSo()
    {
        var chat = new FakeChat(Answer(1, true, "a"), Answer(4, true, "b"), Answer(2, false, "c"));
        var result = await RunAsync(chat, Given.Order("order-01", 12), Given.Order("order-02", 8));
        result.Exhausted.ShouldBe(["order-01"]);
        chat.Asked.Count.ShouldBe(3);
        result.Drafts.Count.ShouldBe(1 + 4 + 2);
    }

    [Fact]
    public async Task Write_MalformedAnswers_AreCountedAndNotAskedForAgain()
    {
        var chat = new FakeChat((messages, call) => call is 1 or 2 ? "no" : Answer(Asked(messages).Count, false, $"{call}"));
        var result = await RunAsync(chat, Given.Order("order-01", 12));
        result.Malformed.ShouldBe(1);
        result.Drafts.Count.ShouldBe(8);
        result.Spend.Calls.ShouldBe(4);
    }

    [Fact]
    public async Task Write_SameRequest_AsksTheSameAndAnotherRoundAsksAnew()
    {
        var order = Given.Order("order-01", 12, errors: Given.Errors(20));
        var (first, second, third) = (Obedient(), Obedient(), Obedient());
        await RunAsync(first, order);
        await RunAsync(second, Given.Order("order-00", 3), order);
        await new TeacherDataEngine(new StructuredChat(third, Spec), Spec).WriteAsync(Given.Request(order) with { Round = 1 }, null, default);
        second.Asked.Skip(1).Select(PromptHash.Of).ShouldBe(first.Asked.Select(PromptHash.Of));
        third.Asked.Select(PromptHash.Of).Intersect(first.Asked.Select(PromptHash.Of)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Write_Progress_CountsExamplesUpToTheOrderedAndWhatTheyCost()
    {
        var seen = new List<WorkProgress>();
        var result = await new TeacherDataEngine(new StructuredChat(Obedient(), Spec), Spec).WriteAsync(
            Given.Request(Given.Order("order-01", 6)), new Reporter(seen), default);
        seen.Select(step => (step.Done, step.Total, step.Unit)).ShouldBe([(4, 6, "examples"), (6, 6, "examples")]);
        seen.Select(step => step.Spend).ShouldBe([result.Calls[0].Spend, result.Spend]);
    }

    private sealed class Reporter(List<WorkProgress> seen) : IProgress<WorkProgress>
    {
        public void Report(WorkProgress value) => seen.Add(value);
    }
}
