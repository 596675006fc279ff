using System.Globalization;
using System.Text.Json.Nodes;
using DataEnvGym.Core.Teachers;
using DataEnvGym.Teachers.Chat;
using DataEnvGym.Teachers.Remote;
using DataEnvGym.Teachers.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace DataEnvGym.Teachers.Tests.Remote;

public sealed class FaultTests
{
    private static Task GoodAsync(HttpContext context) => TeacherServer.AnswerAsync(context, TeacherServer.Completion(Desk.Good));

    private static Task<TeacherServer> FirstAsync(int bad, Func<HttpContext, Task> fault) =>
        TeacherServer.StartAsync((call, context) => call.Number < bad ? fault(context) : GoodAsync(context));

    public static TheoryData<string> PassingFaults => ["429", "500", "503", "408", "cut", "half", "empty", "no-choice", "html"];

    private static Task FaultAsync(string kind, HttpContext context)
    {
        switch (kind)
        {
            case "cut":
                context.Abort();
                return Task.CompletedTask;
            case "half":
                context.Response.ContentType = "application/json";
                return context.Response.WriteAsync(TeacherServer.Completion(Desk.Good).ToJsonString()[..80]);
            case "empty":
                return Task.CompletedTask;
            case "html":
                return context.Response.WriteAsync("<html>Welcome to the hotel's network</html>");
            case "no-choice":
                var answer = TeacherServer.Completion(Desk.Good);
                answer["choices"] = new JsonArray();
                return TeacherServer.AnswerAsync(context, answer);
            default:
                return TeacherServer.FailAsync(context, int.Parse(kind, CultureInfo.InvariantCulture), "later");
        }
    }

    // The server may have answered before the fault; an error that it reports itself is free.
    private static bool MayBeCharged(string kind) => kind is not ("429" or "500" or "503");

    [Theory]
    [MemberData(nameof(PassingFaults))]
    public async Task Fault_ThatPasses_IsWaitedOutAndCountsWhatItMayHaveCost(string kind)
    {
        await using var server = await FirstAsync(2, context => FaultAsync(kind, context));
        var desk = new Desk(server.Address);

        var outcome = await desk.AskAsync();

        outcome.Value.ShouldNotBeNull();
        outcome.Spend.Calls.ShouldBe(MayBeCharged(kind) ? 3 : 1);
        desk.Ledger.Calls.Count(call => call.End == CallEnd.Lost).ShouldBe(outcome.Spend.Calls - 1);
        server.Calls.Count.ShouldBe(3);
        desk.Time!.Pauses.Count.ShouldBe(2);
        desk.Time.Pauses[0].TotalSeconds.ShouldBeInRange(0.5, 1);
        desk.Time.Pauses[1].TotalSeconds.ShouldBeInRange(1, 2);
    }

    [Theory]
    [MemberData(nameof(PassingFaults))]
    public async Task Fault_ThatStays_EndsAfterAllTriesWithAnErrorThatMayBeTriedAgain(string kind)
    {
        await using var server = await FirstAsync(int.MaxValue, context => FaultAsync(kind, context));
        var desk = new Desk(server.Address);

        var error = await Should.ThrowAsync<TeacherUnavailableException>(() => desk.AskAsync());

        error.Message.ShouldStartWith("Teacher openai-compatible/test-model did not answer in 4 tries; the last time: ");
        server.Calls.Count.ShouldBe(4);
        desk.Documents.Names.Count().ShouldBe(MayBeCharged(kind) ? 1 : 0);
    }

    [Fact]
    public async Task Fault_SameSeed_PausesTheSame()
    {
        await using var server = await FirstAsync(6, context => FaultAsync("500", context));
        var (one, two) = (new Desk(server.Address), new Desk(server.Address));
        await Should.ThrowAsync<TeacherUnavailableException>(() => one.AskAsync());
        await two.AskAsync();
        two.Time!.Pauses.ShouldBe(one.Time!.Pauses.Take(2));
    }

    [Theory]
    [InlineData("7", 7)]
    [InlineData("90", 90)]
    [InlineData("86400", 600)]
    [InlineData("Thu, 01 Jan 2026 00:00:30 GMT", 30)]
    public async Task TooManyRequests_RetryAfter_IsHonoured(string retryAfter, int seconds)
    {
        await using var server = await FirstAsync(1, context => TeacherServer.FailAsync(context, 429, "slow down", retryAfter: retryAfter));
        var desk = new Desk(server.Address);

        (await desk.AskAsync()).Value.ShouldNotBeNull();

        desk.Time!.Pauses.ShouldBe([TimeSpan.FromSeconds(seconds)]);
    }

    [Fact]
    public async Task Server_Silent_IsGivenUpAfterTheTimeout()
    {
        await using var server = await FirstAsync(1, context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        var desk = new Desk(server.Address);
        desk = new Desk(server.Address) { Spec = desk.Spec with { Timeout = TimeSpan.FromMilliseconds(200) } };

        (await desk.AskAsync()).Value.ShouldNotBeNull();

        server.Calls.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Server_NotThere_SaysSo()
    {
        var error = await Should.ThrowAsync<TeacherUnavailableException>(() => new Desk("http://127.0.0.1:1/v1").AskAsync());
        error.Message.ShouldContain("127.0.0.1:1");
    }

    [Theory]
    [InlineData(400, "bad_request")]
    [InlineData(401, "invalid_api_key")]
    [InlineData(403, "forbidden")]
    [InlineData(404, "model_not_found")]
    [InlineData(302, "moved")]
    [InlineData(429, "insufficient_quota")]
    public async Task Fault_ThatNoTryMends_EndsAtOnceWithWhatTheServiceSaysAndWithoutTheKey(int status, string code)
    {
        await using var server = await FirstAsync(int.MaxValue, context => TeacherServer.FailAsync(context, status, $"no: {context.Request.Headers.Authorization}", code));

        var error = await Should.ThrowAsync<TeacherException>(() => new Desk(server.Address).AskAsync());

        error.Message.ShouldStartWith($"Teacher openai-compatible/test-model cannot be used: it answered {status}: ");
        error.ToString().ShouldContain(code);
        error.ToString().ShouldContain("***");
        error.ToString().ShouldNotContain(Desk.Canary);
        server.Calls.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Answer_Endless_IsNotRead()
    {
        await using var server = await FirstAsync(int.MaxValue, async context =>
        {
            var block = new string(' ', 1 << 20);
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.WriteAsync(block);
            }
        });

        (await Should.ThrowAsync<TeacherException>(() => new Desk(server.Address).AskAsync())).Message.ShouldContain("more than 16 MiB");
    }

    [Fact]
    public async Task Refusal_Answer_IsRejectedWithItsTextAndNotAskedAgain()
    {
        await using var server = await TeacherServer.StartAsync((_, context) => TeacherServer.AnswerAsync(context, TeacherServer.Completion(null, refusal: "I would rather not.")));

        var outcome = await new Desk(server.Address).AskAsync();

        outcome.Rejection.ShouldNotBeNull().Raw.ShouldBe("I would rather not.");
        outcome.Rejection.Problem.ShouldContain("refused");
        outcome.Spend.ShouldBe(new Spend(1, 10, 5, 0.00007m));
        server.Calls.Count.ShouldBe(1);
    }

    [Fact]
    public async Task ContentFilter_OfTheAnswer_IsARefusal()
    {
        await using var server = await TeacherServer.StartAsync((_, context) => TeacherServer.AnswerAsync(context, TeacherServer.Completion(Desk.Good, finish: "content_filter")));
        var outcome = await new Desk(server.Address).AskAsync();
        outcome.Value.ShouldBeNull();
        outcome.Rejection.ShouldNotBeNull().Raw.ShouldBe(Desk.Good);
        server.Calls.Count.ShouldBe(1);
    }

    [Fact]
    public async Task ContentFilter_OfThePrompt_IsARefusalThatCostsTheReading()
    {
        await using var server = await FirstAsync(int.MaxValue, context => TeacherServer.FailAsync(context, 400, "filtered", "content_filter"));
        var outcome = await new Desk(server.Address).AskAsync();
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
        var outcome = await new Desk(server.Address).AskAsync();
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
        (await Should.ThrowAsync<TeacherException>(() => new Desk(server.Address).AskAsync())).Message.ShouldContain(problem);
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
        var outcome = await new Desk(server.Address).AskAsync();
        outcome.Value.ShouldNotBeNull();
        outcome.Spend.InputTokens.ShouldBeGreaterThan(100);
        outcome.Spend.OutputTokens.ShouldBe(Desk.Good.Length);
    }

    [Fact]
    public async Task Allowance_TooSmall_NothingIsSent()
    {
        await using var server = await FirstAsync(0, GoodAsync);
        (await new Desk(server.Address).AskAsync(new Allowance(50, null))).AllowanceReached.ShouldBeTrue();
        server.Calls.ShouldBeEmpty();
    }
}
