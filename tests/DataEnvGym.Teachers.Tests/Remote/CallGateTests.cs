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

        (await CallGate.For(spec with { Temperature = 0.1 }, time).RunAsync(1, () => Task.FromResult(7), Good, default)).ShouldBe(7);
        time.Pauses.ShouldBe([TimeSpan.FromSeconds(30)]);

        await CallGate.For(spec with { Model = "other" }, time).RunAsync(1, () => Task.FromResult(7), Good, default);
        time.Pauses.Count.ShouldBe(1);
    }

    private static (CallVerdict Verdict, long? Tokens) Good(int result) => (CallVerdict.Good, null);

    [Fact]
    public async Task RequestsPerMinute_Reached_SpacesTheCalls()
    {
        var time = new HurriedTime(TimeSpan.FromHours(1));
        var gate = CallGate.For(new() { Kind = TeacherKinds.Compatible, Model = "m", RequestsPerMinute = 6 }, time);
        for (var call = 0; call < 3; call++)
        {
            await gate.RunAsync(1000, () => Task.FromResult(0), Good, default);
        }

        time.Pauses.ShouldBe([TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(10)]);
    }

    // 600 tokens are saved up. Each call is booked with 1,200 and found to have taken 300.
    [Fact]
    public async Task TokensPerMinute_Reached_BookTheMostAndGiveBackWhatWasNotUsed()
    {
        var time = new HurriedTime(TimeSpan.FromHours(1));
        var gate = CallGate.For(new() { Kind = TeacherKinds.Compatible, Model = "m", TokensPerMinute = 6000 }, time);
        for (var call = 0; call < 2; call++)
        {
            await gate.RunAsync(1200, () => Task.FromResult(0), _ => (CallVerdict.Good, 300), default);
        }

        time.Pauses.ShouldBe([TimeSpan.FromSeconds(3)]);

        await gate.RunAsync(1200, () => Task.FromResult(0), Good, default);
        await gate.RunAsync(1200, () => Task.FromResult(0), Good, default);
        time.Pauses[2].ShouldBe(TimeSpan.FromSeconds(12));
    }

    [Fact]
    public async Task Window_Busy_HalvesOncePerWindowAndGrowsByOnePerWindow()
    {
        var window = new ParallelWindow(8);
        var eras = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => window.EnterAsync(default)));
        var ninth = window.EnterAsync(default);
        Array.ForEach(eras[..5], era => window.Leave(era, CallVerdict.Busy));
        window.Limit.ShouldBe(4);
        var late = await ninth.WaitAsync(TimeSpan.FromSeconds(30));

        Array.ForEach(eras[5..], era => window.Leave(era, CallVerdict.Failed));
        window.Leave(late, CallVerdict.Good);
        window.Limit.ShouldBe(4);
        for (var call = 0; call < 4; call++)
        {
            window.Leave(await window.EnterAsync(default), CallVerdict.Good);
        }

        window.Limit.ShouldBe(5);
        for (var call = 0; call < 9; call++)
        {
            window.Leave(await window.EnterAsync(default), CallVerdict.Busy);
        }

        window.Limit.ShouldBe(1);
    }

    [Fact]
    public async Task Window_WaiterThatIsCancelled_TakesNoPlace()
    {
        var window = new ParallelWindow(1);
        var era = await window.EnterAsync(default);
        using var stop = new CancellationTokenSource();
        var waiting = window.EnterAsync(stop.Token);
        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => waiting);
        window.Leave(era, CallVerdict.Good);
        await window.EnterAsync(default);
    }

    [Fact]
    public async Task Server_Busy_GetsFewerCallsAtATime()
    {
        await using var server = await TeacherServer.StartAsync((call, context) =>
            call.Number == 0 ? TeacherServer.FailAsync(context, 429, "busy") : TeacherServer.AnswerAsync(context, TeacherServer.Completion(Desk.Good)));
        var desk = new Desk(server.Address);
        await desk.AskAsync();
        CallGate.For(desk.Spec, desk.Time!).Limit.ShouldBe(2);
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
