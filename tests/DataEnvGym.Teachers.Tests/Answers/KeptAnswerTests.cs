using DataEnvGym.Core.Teachers;
using DataEnvGym.Teachers.Chat;
using DataEnvGym.Teachers.Tests.Support;

namespace DataEnvGym.Teachers.Tests.Answers;

public sealed class KeptAnswerTests
{
    // The answer counts the calls, so that an answer that was asked for anew would not be the same.
    private static Task<TeacherServer> ServerAsync() => TeacherServer.StartAsync((call, context) =>
        TeacherServer.AnswerAsync(context, TeacherServer.Completion($$"""{"subskills":["answer {{call.Number}}"]}""", 20 + call.Number)));

    [Fact]
    public async Task Ask_SameAgainInAnotherLife_IsNotBoughtTwiceAndCountsTheSame()
    {
        await using var server = await ServerAsync();
        var documents = new MemoryDocuments();
        var first = await new Desk(server.Address) { Documents = documents }.AskAsync();

        var again = await new Desk(server.Address) { Documents = documents }.AskAsync();

        server.Calls.Count.ShouldBe(1);
        again.Value.ShouldNotBeNull().Subskills.ShouldBe(first.Value.ShouldNotBeNull().Subskills);
        again.Spend.ShouldBe(first.Spend);
        again.Request.ShouldBe(first.Request);
    }

    [Fact]
    public async Task Ask_AnythingThatDecidesTheAnswerChanged_IsAnotherCall()
    {
        await using var server = await ServerAsync();
        var documents = new MemoryDocuments();
        var spec = new Desk(server.Address).Spec;
        TeacherSpec[] specs =
        [
            spec, spec with { Model = "other" }, spec with { Kind = TeacherKinds.OpenAI }, spec with { Temperature = 0.6 }, spec with { MaxTokensPerCall = 101 },
            spec with { StructuredOutput = StructuredOutput.Prompt }, spec with { Endpoint = server.Address + "/" },
        ];
        foreach (var changed in specs)
        {
            await new Desk(server.Address) { Documents = documents, Spec = changed }.AskAsync();
        }

        await new Desk(server.Address) { Documents = documents }.AskAsync(seed: 4);
        server.Calls.Count.ShouldBe(specs.Length + 1);
        documents.Names.Count().ShouldBe(specs.Length + 1);
    }

    // How long to wait and what it costs decide nothing of what is said.
    [Fact]
    public async Task Ask_OtherPatienceAndPrice_IsTheSameCall()
    {
        await using var server = await ServerAsync();
        var documents = new MemoryDocuments();
        var desk = new Desk(server.Address) { Documents = documents };
        await desk.AskAsync();
        await new Desk(server.Address) { Documents = documents, Spec = desk.Spec with { Tries = 1, Timeout = TimeSpan.FromSeconds(58), Price = new(), ApiKeyVariable = null } }.AskAsync();
        server.Calls.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Ask_RepairAndRefusal_AreKeptToo()
    {
        await using var server = await TeacherServer.StartAsync((call, context) => TeacherServer.AnswerAsync(
            context, call.Number == 0 ? TeacherServer.Completion("not JSON") : TeacherServer.Completion(null, refusal: "no more")));
        var documents = new MemoryDocuments();
        var first = await new Desk(server.Address) { Documents = documents }.AskAsync();
        var again = await new Desk(server.Address) { Documents = documents }.AskAsync();
        server.Calls.Count.ShouldBe(2);
        again.Rejection.ShouldBe(first.Rejection.ShouldNotBeNull());
        again.Spend.ShouldBe(first.Spend);
        first.Spend.Calls.ShouldBe(2);
    }

    [Fact]
    public async Task Ask_StoppedWhileTheAnswerIsOnItsWay_KeepsIt()
    {
        using var stop = new CancellationTokenSource();
        await using var server = await TeacherServer.StartAsync(async (_, context) =>
        {
            await stop.CancelAsync();
            await TeacherServer.AnswerAsync(context, TeacherServer.Completion(Desk.Good));
        });
        var documents = new MemoryDocuments();
        try
        {
            await new Desk(server.Address) { Documents = documents }.AskAsync(cancellationToken: stop.Token);
        }
        catch (OperationCanceledException)
        {
            // Whether the stop is noticed before the answer is handed on does not matter here.
        }

        (await new Desk(server.Address) { Documents = documents }.AskAsync()).Value.ShouldNotBeNull();
        server.Calls.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Ask_DamagedAnswer_IsNamedAndNotBoughtAgain()
    {
        await using var server = await ServerAsync();
        var desk = new Desk(server.Address);
        await desk.AskAsync();
        var name = desk.Documents.Names.ShouldHaveSingleItem();
        await desk.Documents.PutAsync(name, "{"u8.ToArray(), default);

        (await Should.ThrowAsync<TeacherException>(() => desk.AskAsync())).Message.ShouldStartWith($"The kept answer {name} is damaged: ");
        server.Calls.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Usage_CachedTokens_AreCountedAtTheirPriceAndKept()
    {
        await using var server = await TeacherServer.StartAsync((_, context) => TeacherServer.AnswerAsync(context, TeacherServer.Completion(Desk.Good, input: 100, output: 10, cached: 80)));
        var documents = new MemoryDocuments();
        var desk = new Desk(server.Address) { Documents = documents };
        desk = new Desk(server.Address) { Documents = documents, Spec = desk.Spec with { Price = desk.Spec.Price with { CachedInputPerMillion = 0.5m } } };

        var first = await desk.AskAsync();
        var again = await desk.AskAsync();

        first.Spend.ShouldBe(new Spend(1, 100, 10, ((20 * 2m) + (80 * 0.5m) + (10 * 10m)) / 1_000_000m) { CachedTokens = 80 });
        again.Spend.ShouldBe(first.Spend);
        desk.Ledger.Calls.ShouldHaveSingleItem().CachedTokens.ShouldBe(80);
        server.Calls.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Documents_Kept_HoldNoKey()
    {
        await using var server = await ServerAsync();
        var desk = new Desk(server.Address);
        await desk.AskAsync();
        var document = await desk.Documents.FindAsync(desk.Documents.Names.Single(), default);
        var text = System.Text.Encoding.UTF8.GetString(document!.Content.Span);
        text.ShouldStartWith("""{"text":"{\u0022subskills\u0022:[\u0022answer 0\u0022]}","end":"Complete","usage":{"input":20,"output":5},"latencyMilliseconds":0,"call":{"kind":"openai-compatible",""");
        text.ShouldNotContain(Desk.Canary);
    }
}
