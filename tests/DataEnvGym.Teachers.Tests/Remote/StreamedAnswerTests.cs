using DataEnvGym.Core.Teachers;
using DataEnvGym.Teachers.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace DataEnvGym.Teachers.Tests.Remote;

/// <summary>All faults of a service that sends its answers in many pieces, and what there is besides.</summary>
public sealed class StreamedAnswerTests() : FaultTests(streaming: true)
{
    [Fact]
    public async Task Ask_Streamed_AsksForPiecesAndCountsAndGivesTheSameOutcome()
    {
        await using var server = await TeacherServer.StartAsync((_, context) => TeacherServer.AnswerAsync(context, TeacherServer.Completion(Desk.Good)));

        var whole = await new Desk(server.Address).AskAsync();
        var streamed = await new Desk(server.Address, streaming: true).AskAsync();

        streamed.Value.ShouldNotBeNull().Subskills.ShouldBe(whole.Value.ShouldNotBeNull().Subskills);
        (streamed with { Value = null }).ShouldBe(whole with { Value = null });
        streamed.Spend.ShouldBe(new Spend(1, 10, 5, 0.00007m));
        server.Calls[0].Body.TryGetProperty("stream", out _).ShouldBeFalse();
        server.Calls[1].Body.GetProperty("stream").GetBoolean().ShouldBeTrue();
        server.Calls[1].Body.GetProperty("stream_options").GetProperty("include_usage").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task Stream_SilentInTheMiddle_IsGivenUpBeforeTheTimeout()
    {
        await using var server = await TeacherServer.StartAsync(async (_, context) =>
        {
            var body = TeacherServer.Body(context, TeacherServer.Completion(Desk.Good));
            await context.Response.WriteAsync(body[..(body.Length / 2)]);
            await context.Response.Body.FlushAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        var desk = new Desk(server.Address, streaming: true);
        desk = new Desk(server.Address) { Spec = desk.Spec with { Timeout = TimeSpan.FromSeconds(3), Tries = 1 } };

        (await Should.ThrowAsync<TeacherUnavailableException>(() => desk.AskAsync())).Message.ShouldContain("silent for 00:00:00.6");
    }
}
