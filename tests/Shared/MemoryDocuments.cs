using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using DataEnvGym.Core.Artifacts;
using DataEnvGym.Core.Documents;

namespace DataEnvGym.Tests.Shared;

/// <summary>Keeps documents in memory.</summary>
internal sealed class MemoryDocuments : IDocumentStore
{
    private readonly ConcurrentDictionary<string, StoredDocument> documents = new();
    private int versions;

    public IEnumerable<string> Names => documents.Keys.Order(StringComparer.Ordinal);

    public Task<StoredDocument?> FindAsync(string name, CancellationToken cancellationToken) => Task.FromResult(documents.GetValueOrDefault(Checked(name)));

    public Task<bool> TryCreateAsync(string name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) =>
        Task.FromResult(documents.TryAdd(Checked(name), New(content)));

    public Task<bool> TryReplaceAsync(string name, ReadOnlyMemory<byte> content, string version, CancellationToken cancellationToken) =>
        Task.FromResult(documents.TryGetValue(Checked(name), out var old) && old.Version == version && documents.TryUpdate(name, New(content), old));

    public Task PutAsync(string name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        documents[Checked(name)] = New(content);
        return Task.CompletedTask;
    }

    public Task DeleteAsync(string name, CancellationToken cancellationToken)
    {
        documents.TryRemove(Checked(name), out _);
        return Task.CompletedTask;
    }

    public async IAsyncEnumerable<string> ListAsync(string folder, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        foreach (var name in Names.Where(name => name.StartsWith($"{folder}/", StringComparison.Ordinal)))
        {
            yield return name;
        }
    }

    private StoredDocument New(ReadOnlyMemory<byte> content) => new(content.ToArray(), $"{Interlocked.Increment(ref versions)}");

    private static string Checked(string name)
    {
        ArtifactName.Require(name);
        return name;
    }
}
