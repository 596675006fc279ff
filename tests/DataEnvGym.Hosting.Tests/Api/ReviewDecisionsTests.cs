using DataEnvGym.Core.Curation.Reviews;
using DataEnvGym.Core.Documents;

namespace DataEnvGym.Hosting.Tests.Api;

public sealed class ReviewDecisionsTests
{
    // Another person decides between the reading and the writing, about the first example and then about a later one.
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task Add_SomebodyElseMeanwhile_KeepsBoth(int before)
    {
        var documents = new MemoryDocuments();
        var other = new ReviewDecisions(documents, "reviews/iteration-01.json");
        for (var i = 0; i < before; i++)
        {
            await other.AddAsync([new($"ex-{i}", ReviewVerdict.Approve)], default);
        }

        var disturbed = new ReviewDecisions(new Disturbed(documents, () => other.AddAsync([new("ex-theirs", ReviewVerdict.Reject)], default)), "reviews/iteration-01.json");
        await disturbed.AddAsync([new("ex-mine", ReviewVerdict.Approve)], default);

        (await other.ReadAsync(default)).Select(review => review.Example).ShouldBe([.. Enumerable.Range(0, before).Select(i => $"ex-{i}"), "ex-theirs", "ex-mine"]);
    }

    [Fact]
    public async Task Add_SameExampleAgain_TakesTheLaterDecision()
    {
        var decisions = new ReviewDecisions(new MemoryDocuments(), "reviews/iteration-01.json");
        await decisions.AddAsync([new("ex-1", ReviewVerdict.Reject)], default);

        (await decisions.AddAsync([new("ex-1", ReviewVerdict.Approve)], default)).ShouldBe([new("ex-1", ReviewVerdict.Approve)]);
    }

    /// <summary>Lets something happen once after a document was read.</summary>
    private sealed class Disturbed(MemoryDocuments inner, Func<Task> meanwhile) : IDocumentStore
    {
        private bool happened;

        public async Task<StoredDocument?> FindAsync(string name, CancellationToken cancellationToken)
        {
            var found = await inner.FindAsync(name, cancellationToken);
            if (!happened)
            {
                happened = true;
                await meanwhile();
            }

            return found;
        }

        public Task<bool> TryCreateAsync(string name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) => inner.TryCreateAsync(name, content, cancellationToken);

        public Task<bool> TryReplaceAsync(string name, ReadOnlyMemory<byte> content, string version, CancellationToken cancellationToken) =>
            inner.TryReplaceAsync(name, content, version, cancellationToken);

        public Task PutAsync(string name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) => inner.PutAsync(name, content, cancellationToken);

        public Task DeleteAsync(string name, CancellationToken cancellationToken) => inner.DeleteAsync(name, cancellationToken);

        public IAsyncEnumerable<string> ListAsync(string folder, CancellationToken cancellationToken) => inner.ListAsync(folder, cancellationToken);
    }
}
