using DataEnvGym.Core.Teachers;
using DataEnvGym.Teachers.Chat;
using DataEnvGym.Teachers.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace DataEnvGym.Teachers.Tests.Remote;

/// <summary>Answers that come, and are not what they should be.</summary>
public abstract partial class FaultTests
{
    [Fact]
    public async Task Answer_Endless_IsNotRead()
    {
        await using var server = await FirstAsync(int.MaxValue, async context =>
        {
            context.Response.ContentType = streaming ? "text/event-stream" : "application/json";
            var block = new string(' ', 1 << 20);
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.WriteAsync(block);
            }
        });

        (await Should.ThrowAsync<TeacherException>(() => At(server.Address).AskAsync())).Message.ShouldContain("more than 16 MiB");
    }

    [Fact]
    public async Task Refusal_Answer_IsRejectedWithItsTextAndNotAskedAgain()
    {
        await using var server = await TeacherServer.StartAsync((_, context) => TeacherServer.AnswerAsync(context, TeacherServer.Completion(null, refusal: "I would rather not.")));

        var outcome = await At(server.Address).AskAsync();

        outcome.Rejection.ShouldNotBeNull().Raw.ShouldBe("I would rather not.");
        outcome.Rejection.Problem.ShouldContain("refused");
        outcome.Spend.ShouldBe(new Spend(1, 10, 5, 0.00007m));
        server.Calls.Count.ShouldBe(1);
    }

    [Fact]
    public async Task ContentFilter_OfTheAnswer_IsARefusal()
    {
        await using var server = await TeacherServer.StartAsync((_, context) => TeacherServer.AnswerAsync(context, TeacherServer.Completion(Desk.Good, finish: "content_filter")));
        var outcome = await At(server.Address).AskAsync();
        outcome.Value.ShouldBeNull();
        outcome.Rejection.ShouldNotBeNull().Raw.ShouldBe(Desk.Good);
        server.Calls.Count.ShouldBe(1);
    }

    [Fact]
    public async Task ContentFilter_OfThePrompt_IsARefusalThatCostsTheReading()
    {
        await using var server = await FirstAsync(int.MaxValue, context => TeacherServer.FailAsync(context, 400, "filtered", "content_filter"));
        var outcome = await At(server.Address).AskAsync();
        outcome.Rejection.ShouldNotBeNull().Raw.ShouldContain("filtered");
        outcome.Spend.InputTokens.ShouldBeGreaterThan(100);
        outcome.Spend.OutputTokens.ShouldBe(0);
    }

    [Theory]
    [InlineData("not JSON", "stop", 5, "is not the JSON")]
    [InlineData("""{"subskills":["a",""", "length", 90, "cut off after 100 tokens")]
    public async Task Answer_Malformed_IsRepairedOnceThenRejectedWithItsText(string text, string finish, int output, string problem)
    {
        await using var server = await TeacherServer.StartAsync((_, context) => TeacherServer.AnswerAsync(context, TeacherServer.Completion(text, 10, output, finish)));
        var outcome = await At(server.Address).AskAsync();
        outcome.Rejection.ShouldNotBeNull().Raw.ShouldBe(text);
        outcome.Rejection.Problem.ShouldContain(problem);
        server.Calls.Count.ShouldBe(2);
        server.Calls[1].Body.GetProperty("messages").GetArrayLength().ShouldBe(4);
    }

    [Theory]
    [InlineData(10, 101, "wrote 101 tokens although max_tokens was 100")]
    [InlineData(1_000_000, 5, "counted 1000000 tokens of a prompt that has")]
    public async Task Counts_ThatNoBudgetCanBeKeptWith_AreAnError(long input, long output, string problem)
    {
        await using var server = await TeacherServer.StartAsync((_, context) => TeacherServer.AnswerAsync(context, TeacherServer.Completion(Desk.Good, input, output)));
        (await Should.ThrowAsync<TeacherException>(() => At(server.Address).AskAsync())).Message.ShouldContain(problem);
    }

    [Fact]
    public async Task Counts_Missing_AreTakenAsTheMost()
    {
        await using var server = await TeacherServer.StartAsync((_, context) =>
        {
            var answer = TeacherServer.Completion(Desk.Good);
            answer.Remove("usage");
            return TeacherServer.AnswerAsync(context, answer);
        });
        var outcome = await At(server.Address).AskAsync();
        outcome.Value.ShouldNotBeNull();
        outcome.Spend.InputTokens.ShouldBeGreaterThan(100);
        outcome.Spend.OutputTokens.ShouldBe(Desk.Good.Length);
    }

    [Fact]
    public async Task Counts_BelowZero_AreTakenAsTheMost()
    {
        await using var server = await TeacherServer.StartAsync((_, context) => TeacherServer.AnswerAsync(context, TeacherServer.Completion(Desk.Good, -7, -1)));
        var outcome = await At(server.Address).AskAsync();
        outcome.Value.ShouldNotBeNull();
        outcome.Spend.OutputTokens.ShouldBe(Desk.Good.Length);
    }

    [Fact]
    public async Task Answer_OfAMillionCharacters_IsRejectedWithItsBeginningAndCountedAsTheServiceCounts()
    {
        var text = new string('x', 1_000_001);
        await using var server = await TeacherServer.StartAsync((_, context) => TeacherServer.AnswerAsync(context, TeacherServer.Completion(text, 10, 90)));
        var outcome = await At(server.Address).AskAsync();
        outcome.Rejection.ShouldNotBeNull().Raw.Length.ShouldBe(16_000);
        outcome.Rejection.Problem.ShouldContain("1000001 characters");
        outcome.Spend.OutputTokens.ShouldBe(180);
    }

    [Fact]
    public async Task Allowance_TooSmall_NothingIsSent()
    {
        await using var server = await FirstAsync(0, GoodAsync);
        (await At(server.Address).AskAsync(new Allowance(50, null))).AllowanceReached.ShouldBeTrue();
        server.Calls.ShouldBeEmpty();
    }
}
