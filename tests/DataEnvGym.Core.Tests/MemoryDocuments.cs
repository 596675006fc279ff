using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using DataEnvGym.Core.Documents;

namespace DataEnvGym.Core.Tests;

/// <summary>Keeps documents in memory.</summary>
internal sealed class MemoryDocuments : IDocumentStore
{
    private readonly SortedDictionary<string, ReadOnlyMemory<byte>> content = new(StringComparer.Ordinal);

    /// <summary>What somebody else does right after the next reading; happens once.</summary>
    public Func<Task>? Meanwhile { get; set; }

    /// <summary>How often something was written.</summary>
    public int Writes { get; private set; }

    public async Task<StoredDocument?> FindAsync(string name, CancellationToken cancellationToken)
    {
        var found = content.TryGetValue(name, out var bytes) ? new StoredDocument(bytes, Version(bytes)) : null;
        var happens = Meanwhile;
        Meanwhile = null;
        await (happens?.Invoke() ?? Task.CompletedTask);
        return found;
    }

    public Task<bool> TryCreateAsync(string name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var created = this.content.TryAdd(name, content);
        Writes += created ? 1 : 0;
        return Task.FromResult(created);
    }

    public async Task<bool> TryReplaceAsync(string name, ReadOnlyMemory<byte> content, string version, CancellationToken cancellationToken)
    {
        if (!this.content.TryGetValue(name, out var bytes) || Version(bytes) != version)
        {
            return false;
        }

        await PutAsync(name, content, cancellationToken);
        return true;
    }

    public Task PutAsync(string name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        this.content[name] = content;
        Writes++;
        return Task.CompletedTask;
    }

    public Task DeleteAsync(string name, CancellationToken cancellationToken)
    {
        content.Remove(name);
        return Task.CompletedTask;
    }

    public async IAsyncEnumerable<string> ListAsync(string folder, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var name in content.Keys.Where(name => name.StartsWith($"{folder}/", StringComparison.Ordinal)).ToList())
        {
            yield return await Task.FromResult(name);
        }
    }

    private static string Version(ReadOnlyMemory<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes.Span));
}
