using DataEnvGym.Core;
using DataEnvGym.Core.Teachers;
using DataEnvGym.Teachers.Chat;
using DataEnvGym.Teachers.Remote;
using DataEnvGym.Teachers.Tests.Support;
using Microsoft.SemanticKernel.ChatCompletion;

namespace DataEnvGym.Teachers.Tests.Remote;

public sealed class CallGateTests
{
    // The server answers in pairs: it takes two calls at a time, and would see more if more were let through.
    [Fact]
    public async Task Calls_MoreThanAllowed_WaitForEachOther()
    {
        var (gate, most, here) = (new Lock(), 0, new List<TaskCompletionSource>());
        await using var server = await TeacherServer.StartAsync(async (_, context) =>
        {
            var turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            List<TaskCompletionSource> pair = [];
            lock (gate)
            {
                here.Add(turn);
                most = Math.Max(most, here.Count);
                pair = here.Count >= 2 ? [.. here] : [];
            }

            pair.ForEach(waiting => waiting.TrySetResult());
            await turn.Task;
            lock (gate)
            {
                here.Remove(turn);
            }

            await TeacherServer.AnswerAsync(context, TeacherServer.Completion(Desk.Good));
        });
        var spec = new TeacherSpec { Kind = TeacherKinds.Compatible, Model = "m", Endpoint = server.Address, ParallelCalls = 2 };
        var access = new TeacherAccess(new MemoryDocuments());

        await Task.WhenAll(Enumerable.Range(0, 8).Select(number => TeacherFactory.Create(spec, (ulong)number, access).GetChatMessageContentsAsync(
            new ChatHistory("Hello."), new CallSettings(10, 1, number, null).ToExecutionSettings())));

        server.Calls.Count.ShouldBe(8);
        most.ShouldBe(2);
    }

    [Fact]
    public async Task Close_ForAWhile_HoldsEveryCallOfTheService()
    {
        var time = new HurriedTime(TimeSpan.FromHours(1));
        var spec = new TeacherSpec { Kind = TeacherKinds.Compatible, Model = "m", Endpoint = "http://localhost/v1" };
        CallGate.For(spec, time).Close(TimeSpan.FromSeconds(30));
        CallGate.For(spec, time).Close(TimeSpan.FromSeconds(10));

        (await CallGate.For(spec with { Temperature = 0.1 }, time).RunAsync(() => Task.FromResult(7), default)).ShouldBe(7);
        time.Pauses.ShouldBe([TimeSpan.FromSeconds(30)]);

        await CallGate.For(spec with { Model = "other" }, time).RunAsync(() => Task.FromResult(7), default);
        time.Pauses.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(1, null, 0.5, 1)]
    [InlineData(4, null, 4, 8)]
    [InlineData(19, null, 30, 60)]
    [InlineData(1, 20, 20, 20)]
    [InlineData(7, 20, 30, 60)]
    [InlineData(1, 100_000, 600, 600)]
    public void Backoff_After_IsInItsRange(int attempt, int? retryAfter, double least, double most)
    {
        for (var seed = 0ul; seed < 50; seed++)
        {
            Backoff.After(attempt, retryAfter is { } seconds ? TimeSpan.FromSeconds(seconds) : null, Rng.For(seed, "pause")).TotalSeconds.ShouldBeInRange(least, most);
        }
    }
}
