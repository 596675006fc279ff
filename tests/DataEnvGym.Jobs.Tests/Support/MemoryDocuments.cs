using System.Security.Cryptography;
using DataEnvGym.Core.Artifacts;
using DataEnvGym.Core.Documents;

namespace DataEnvGym.Jobs.Tests.Support;

/// <summary>Documents in memory. A crash can be planned for before any operation.</summary>
internal sealed class MemoryDocuments : IDocumentStore
{
    private readonly SortedDictionary<string, byte[]> content = new(StringComparer.Ordinal);
    private readonly List<string> writes = [];

    /// <summary>Called before each operation with its kind and the document's name; may throw.</summary>
    public Action<string, string> Before { get; set; } = (_, _) => { };

    public IReadOnlyCollection<string> Names => [.. content.Keys];

    public byte[] this[string name] => content[name];

    /// <summary>How often a document was written.</summary>
    public int WritesOf(string name)
    {
        lock (content)
        {
            return writes.Count(other => other == name);
        }
    }

    public Task<StoredDocument?> FindAsync(string name, CancellationToken cancellationToken)
    {
        Enter("find", name);
        lock (content)
        {
            return Task.FromResult(content.TryGetValue(name, out var bytes) ? new StoredDocument(bytes, Version(bytes)) : null);
        }
    }

    public Task<bool> TryCreateAsync(string name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) =>
        Task.FromResult(Write("create", name, content, found => found is null));

    public Task<bool> TryReplaceAsync(string name, ReadOnlyMemory<byte> content, string version, CancellationToken cancellationToken) =>
        Task.FromResult(Write("replace", name, content, found => found is not null && Version(found) == version));

    public Task PutAsync(string name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) => Task.FromResult(Write("put", name, content, _ => true));

    public Task DeleteAsync(string name, CancellationToken cancellationToken)
    {
        Enter("delete", name);
        lock (content)
        {
            content.Remove(name);
        }

        return Task.CompletedTask;
    }

    public async IAsyncEnumerable<string> ListAsync(string folder, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        foreach (var name in Names.Where(name => name.StartsWith(folder + "/", StringComparison.Ordinal)))
        {
            yield return name;
        }
    }

    private bool Write(string kind, string name, ReadOnlyMemory<byte> bytes, Func<byte[]?, bool> allowed)
    {
        Enter(kind, name);
        lock (content)
        {
            if (!allowed(content.GetValueOrDefault(name)))
            {
                return false;
            }

            content[name] = bytes.ToArray();
            writes.Add(name);
            return true;
        }
    }

    private void Enter(string kind, string name)
    {
        ArtifactName.Require(name);
        Before(kind, name);
    }

    private static string Version(byte[] bytes) => Convert.ToHexString(SHA256.HashData(bytes));
}
