using DataEnvGym.Core.Documents;
using DataEnvGym.Core.Teachers;
using DataEnvGym.Teachers.Tests.Support;

namespace DataEnvGym.Teachers.Tests.Answers;

/// <summary>Answers that may have been charged for and never came.</summary>
public sealed class LostAnswerTests
{
    private static Task<TeacherServer> ServerAsync(int lost) => TeacherServer.StartAsync((call, context) =>
    {
        if (call.Number < lost)
        {
            context.Abort();
            return Task.CompletedTask;
        }

        return TeacherServer.AnswerAsync(context, TeacherServer.Completion(Desk.Good));
    });

    private static async Task<long> WorstCaseAsync(string address)
    {
        var desk = new Desk(address);
        await desk.AskAsync();
        return desk.Ledger.Calls.First(call => call.End == CallEnd.Lost).Spend.Tokens;
    }

    [Fact]
    public async Task Lost_InAKilledProgram_CountsInTheNextAndInEachAfterIt()
    {
        await using var server = await ServerAsync(0);
        var documents = new MemoryDocuments();
        var dying = new Desk(server.Address) { Documents = documents, Kept = new DyingDocuments(documents) };
        await Should.ThrowAsync<InvalidOperationException>(() => dying.AskAsync());
        var next = new Desk(server.Address) { Documents = documents };

        var outcome = await next.AskAsync();
        var again = new Desk(server.Address) { Documents = documents };
        var replayed = await again.AskAsync();

        server.Calls.Count.ShouldBe(2);
        next.Ledger.Calls.Select(call => call.End).ShouldBe([CallEnd.Lost, CallEnd.Answered]);
        next.Ledger.Calls[0].OutputTokens.ShouldBe(100);
        next.Ledger.Calls[0].InputTokens.ShouldBeGreaterThan(100);
        next.Ledger.Calls[0].Request.ShouldBe(outcome.Request);
        again.Ledger.Calls.ShouldBe(next.Ledger.Calls);
        replayed.Spend.ShouldBe(outcome.Spend);
    }

    [Fact]
    public async Task Lost_BudgetForOneMoreTooSmall_IsNotAskedAgain()
    {
        await using var measure = await ServerAsync(1);
        var worstCase = await WorstCaseAsync(measure.Address);
        await using var server = await ServerAsync(int.MaxValue);
        var documents = new MemoryDocuments();
        var desk = new Desk(server.Address) { Documents = documents };

        var outcome = await desk.AskAsync(new Allowance((3 * worstCase) - 1, null));
        var later = new Desk(server.Address) { Documents = documents };
        var replayed = await later.AskAsync(new Allowance((3 * worstCase) - 1, null));

        server.Calls.Count.ShouldBe(2);
        outcome.AllowanceReached.ShouldBeTrue();
        outcome.Value.ShouldBeNull();
        outcome.Spend.Tokens.ShouldBe(2 * worstCase);
        later.Ledger.Calls.ShouldBe(desk.Ledger.Calls);
        replayed.ShouldBe(outcome);
    }

    [Fact]
    public async Task Lost_ByMoney_IsBoundToo()
    {
        await using var server = await ServerAsync(int.MaxValue);
        var desk = new Desk(server.Address);
        (await desk.AskAsync(new Allowance(null, 0.005m))).AllowanceReached.ShouldBeTrue();
        server.Calls.Count.ShouldBeInRange(1, 3);
        desk.Ledger.Spent.Money.ShouldBeInRange(0.001m * server.Calls.Count, 0.005m);
    }

    [Fact]
    public async Task Lost_AllTries_AreRememberedByTheNextLife()
    {
        await using var server = await ServerAsync(4);
        var documents = new MemoryDocuments();
        await Should.ThrowAsync<TeacherUnavailableException>(() => new Desk(server.Address) { Documents = documents }.AskAsync());

        var outcome = await new Desk(server.Address) { Documents = documents }.AskAsync();

        outcome.Spend.Calls.ShouldBe(5);
    }

    /// <summary>Dies when an answer is to be kept.</summary>
    private sealed class DyingDocuments(MemoryDocuments inner) : IDocumentStore
    {
        public Task<StoredDocument?> FindAsync(string name, CancellationToken cancellationToken) => inner.FindAsync(name, cancellationToken);

        public Task<bool> TryCreateAsync(string name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) => inner.TryCreateAsync(name, content, cancellationToken);

        public Task<bool> TryReplaceAsync(string name, ReadOnlyMemory<byte> content, string version, CancellationToken cancellationToken) =>
            inner.TryReplaceAsync(name, content, version, cancellationToken);

        public Task PutAsync(string name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) =>
            System.Text.Encoding.UTF8.GetString(content.Span).Contains("carrying", StringComparison.Ordinal)
                ? throw new InvalidOperationException("killed")
                : inner.PutAsync(name, content, cancellationToken);

        public Task DeleteAsync(string name, CancellationToken cancellationToken) => inner.DeleteAsync(name, cancellationToken);

        public IAsyncEnumerable<string> ListAsync(string folder, CancellationToken cancellationToken) => inner.ListAsync(folder, cancellationToken);
    }
}
