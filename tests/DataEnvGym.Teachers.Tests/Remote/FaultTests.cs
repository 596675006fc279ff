using System.Globalization;
using System.Text.Json.Nodes;
using DataEnvGym.Core.Teachers;
using DataEnvGym.Teachers.Chat;
using DataEnvGym.Teachers.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace DataEnvGym.Teachers.Tests.Remote;

/// <summary>What a service can do wrong, whether it sends its answers in one piece or in many.</summary>
public abstract partial class FaultTests(bool streaming)
{
    private Desk At(string endpoint) => new(endpoint, streaming);

    private static Task GoodAsync(HttpContext context) => TeacherServer.AnswerAsync(context, TeacherServer.Completion(Desk.Good));

    private static Task<TeacherServer> FirstAsync(int bad, Func<HttpContext, Task> fault) =>
        TeacherServer.StartAsync((call, context) => call.Number < bad ? fault(context) : GoodAsync(context));

    public static TheoryData<string> PassingFaults => ["429", "500", "503", "408", "cut", "cut-within", "half", "empty", "no-choice", "html", "other-json"];

    private static string Half(HttpContext context)
    {
        var body = TeacherServer.Body(context, TeacherServer.Completion(Desk.Good));
        return body[..(body.Length / 2)];
    }

    private static async Task CutAsync(HttpContext context)
    {
        await context.Response.WriteAsync(Half(context));
        await context.Response.Body.FlushAsync();
        context.Abort();
    }

    private static Task FaultAsync(string kind, HttpContext context)
    {
        switch (kind)
        {
            case "cut":
                context.Abort();
                return Task.CompletedTask;
            case "cut-within":
                return CutAsync(context);
            case "half":
                return context.Response.WriteAsync(Half(context));
            case "other-json":
                context.Response.ContentType = "application/json";
                return context.Response.WriteAsync("""["a", "list"]""");
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
        var desk = At(server.Address);

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
        var desk = At(server.Address);

        var error = await Should.ThrowAsync<TeacherUnavailableException>(() => desk.AskAsync());

        error.Message.ShouldStartWith("Teacher openai-compatible/test-model did not answer in 4 tries; the last time: ");
        server.Calls.Count.ShouldBe(4);
        desk.Documents.Names.Count().ShouldBe(MayBeCharged(kind) ? 1 : 0);
    }

    [Fact]
    public async Task Fault_SameSeed_PausesTheSame()
    {
        await using var server = await FirstAsync(6, context => FaultAsync("500", context));
        var (one, two) = (At(server.Address), At(server.Address));
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
        var desk = At(server.Address);

        (await desk.AskAsync()).Value.ShouldNotBeNull();

        desk.Time!.Pauses.ShouldBe([TimeSpan.FromSeconds(seconds)]);
    }

    [Theory]
    [InlineData("retry-after-ms: 1500", 1.5)]
    [InlineData("x-ratelimit-remaining-requests: 9, x-ratelimit-reset-requests: 5s, x-ratelimit-remaining-tokens: 0, x-ratelimit-reset-tokens: 6m0.5s", 360.5)]
    [InlineData("x-ratelimit-remaining-requests: 0, x-ratelimit-reset-requests: 7s, x-ratelimit-remaining-tokens: 0, x-ratelimit-reset-tokens: 1500ms", 7)]
    public async Task TooManyRequests_OtherHeaders_AreHonoured(string headers, double seconds)
    {
        await using var server = await FirstAsync(1, context =>
        {
            foreach (var header in headers.Split(", ").Select(header => header.Split(": ")))
            {
                context.Response.Headers[header[0]] = header[1];
            }

            return TeacherServer.FailAsync(context, 429, "slow down");
        });
        var desk = At(server.Address);

        (await desk.AskAsync()).Value.ShouldNotBeNull();

        desk.Time!.Pauses.ShouldBe([TimeSpan.FromSeconds(seconds)]);
    }

    [Fact]
    public async Task TooManyRequests_LimitsThatAreNotUsedUp_SayNothing()
    {
        await using var server = await FirstAsync(1, context =>
        {
            context.Response.Headers["x-ratelimit-remaining-tokens"] = "5";
            context.Response.Headers["x-ratelimit-reset-tokens"] = "6m0s";
            return TeacherServer.FailAsync(context, 429, "slow down");
        });
        var desk = At(server.Address);
        await desk.AskAsync();
        desk.Time!.Pauses.ShouldHaveSingleItem().TotalSeconds.ShouldBeInRange(0.5, 1);
    }

    [Fact]
    public async Task Server_Silent_IsGivenUpAfterTheTimeout()
    {
        await using var server = await FirstAsync(1, context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        var desk = At(server.Address);
        desk = new Desk(server.Address) { Spec = desk.Spec with { Timeout = TimeSpan.FromSeconds(2) } };

        (await desk.AskAsync()).Value.ShouldNotBeNull();

        server.Calls.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Server_NotThere_SaysSo()
    {
        var error = await Should.ThrowAsync<TeacherUnavailableException>(() => At("http://127.0.0.1:1/v1").AskAsync());
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

        var error = await Should.ThrowAsync<TeacherException>(() => At(server.Address).AskAsync());

        error.Message.ShouldStartWith($"Teacher openai-compatible/test-model cannot be used: it answered {status}: ");
        error.ToString().ShouldContain(code);
        error.ToString().ShouldContain("***");
        error.ToString().ShouldNotContain(Desk.Canary);
        server.Calls.Count.ShouldBe(1);
    }
}
