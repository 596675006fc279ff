using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Curation.Verification;
using DataEnvGym.Core.Teachers;
using DataEnvGym.Teachers.Chat;
using DataEnvGym.Teachers.Prompts;
using DataEnvGym.Teachers.Tests.Support;
using Microsoft.SemanticKernel.ChatCompletion;
using Client = DataEnvGym.Teachers.Tests.Support.Offline;

namespace DataEnvGym.Teachers.Tests;

public sealed class TeacherJudgeTests
{
    private static readonly Draft[] Drafts = [Draft("347+285", "632"), Draft("732-285", "448"), Draft("Who was Euler?", "a man")];

    [Fact]
    public async Task Solve_Question_ShowsPromptsAndNoAnswer()
    {
        var chat = new FakeChat("""{"solutions":[]}""");

        await Judge(chat).SolveAsync(Request(Drafts), default);

        var asked = DataBlock.Read(chat.Asked[0][1].Content!, out _).ShouldBeOfType<SolveItemsRequest>();
        asked.Items.ShouldBe([new("1", "347+285"), new("2", "732-285"), new("3", "Who was Euler?")]);
        asked.Batch.ShouldBe("solution-1");
        chat.Asked[0].ShouldAllBe(message => !message.Content!.Contains("632") && !message.Content.Contains("448"));
    }

    [Fact]
    public async Task Solve_Answers_AreSortedAndStrangeOnesCounted()
    {
        var chat = new FakeChat("""{"solutions":[{"id":"2","solution":"","answer":"447"},{"id":"9","solution":"","answer":"1"},{"id":"3","solution":"?","answer":" "}]}""");

        var outcome = await Judge(chat).SolveAsync(Request(Drafts), default);

        outcome.Answers.ShouldBe([null, "447", null]);
        (outcome.Malformed, outcome.AllowanceReached, outcome.Spend.Calls).ShouldBe((1, false, 1));
    }

    [Fact]
    public async Task Solve_ManyDrafts_AreAskedAboutInBatches()
    {
        var chat = new FakeChat("""{"solutions":[{"id":"1","solution":"","answer":"x"}]}""");

        var outcome = await Judge(chat, perCall: 2).SolveAsync(Request(Drafts), default);

        outcome.Answers.ShouldBe(["x", null, "x"]);
        chat.Asked.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Solve_WithNothingToSpend_AsksNobodyAndSaysSo()
    {
        var chat = new FakeChat("{}");

        var outcome = await Judge(chat).SolveAsync(Request(Drafts) with { Allowance = Allowance.Nothing }, default);

        (outcome.AllowanceReached, outcome.Spend.Calls, chat.Asked.Count).ShouldBe((true, 0, 0));
        outcome.Answers.ShouldBe([null, null, null]);
    }

    [Fact]
    public async Task Score_Question_ShowsRubricAndExamples()
    {
        var chat = new FakeChat("""{"judgements":[{"id":"1","reason":"fine","score":5}]}""");

        var outcome = await Judge(chat).ScoreAsync(Request(Drafts[0]), "5 is good.", default);

        DataBlock.Read(chat.Asked[0][1].Content!, out _).ShouldBeOfType<JudgeExamplesRequest>().Rubric.ShouldBe("5 is good.");
        outcome.Answers.ShouldBe([new(5, "fine")]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(6)]
    public async Task Score_OutOfRange_IsMalformed(int score)
    {
        var outcome = await Judge(new FakeChat($$"""{"judgements":[{"id":"1","reason":"","score":{{score}}}]}""")).ScoreAsync(Request(Drafts[0]), "", default);

        (outcome.Malformed, outcome.Spend.Calls, outcome.Answers[0]).ShouldBe((1, 2, null));
    }

    [Fact]
    public async Task Offline_Judge_SolvesAndScoresTruly()
    {
        var judge = Judge(Client.Teacher());

        (await judge.SolveAsync(Request(Drafts), default)).Answers.ShouldBe(["632", "447", null]);
        (await judge.ScoreAsync(Request(Drafts), "", default)).Answers.Select(score => score?.Score).ShouldBe([5, 1, 1]);
    }

    [Fact]
    public async Task Offline_JudgeThatErrs_GivesOtherOpinionsInOtherCalls()
    {
        var judge = Judge(Client.Teacher(faults: new() { Misjudged = 0.3 }), perCall: 200);
        var drafts = Enumerable.Range(100, 200).Select(i => Draft($"{i}+250", $"{i + 250}")).ToArray();

        var first = (await judge.SolveAsync(Request(drafts), default)).Answers.Zip(drafts, (answer, draft) => answer == draft.Answer).ToList();
        var second = (await judge.SolveAsync(Request(drafts) with { Name = "solution-2" }, default)).Answers.Zip(drafts, (answer, draft) => answer == draft.Answer).ToList();

        first.Count(right => right).ShouldBeInRange(110, 170);
        first.Zip(second).Count(pair => !pair.First && !pair.Second).ShouldBeInRange(5, 35, "that both err is chance: 0.09 of 200");
    }

    private static TeacherJudge Judge(IChatCompletionService chat, int perCall = 20)
    {
        var spec = new TeacherSpec { ExamplesPerCall = perCall, MaxTokensPerCall = 100_000 };
        return new(new StructuredChat(chat, spec), spec);
    }

    private static JudgeRequest Request(params Draft[] drafts) => new(drafts, Given.Words, Allowance.Unlimited, "solution-1", 7);

    private static Draft Draft(string prompt, string answer) => new("order-001", null, prompt, "", answer, new("writer", null, "request", [], 1));
}
