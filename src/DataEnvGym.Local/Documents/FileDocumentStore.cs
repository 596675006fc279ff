using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using DataEnvGym.Core.Artifacts;
using DataEnvGym.Core.Documents;
using DataEnvGym.Local.Artifacts;

namespace DataEnvGym.Local.Documents;

/// <summary>
/// Documents as files in a folder. Reads see a whole document or none; writers take turns by a lock on a file, in this process and among processes, so
/// that comparing and replacing is one step. The lock is advisory and holds on local file systems.
/// </summary>
public sealed class FileDocumentStore : IDocumentStore
{
    private readonly string folder;

    /// <summary>The documents in <paramref name="root"/>, which is made with the first document. What writers that died left unfinished is deleted.</summary>
    public FileDocumentStore(string root)
    {
        folder = Path.GetFullPath(root);
        if (Directory.Exists(folder))
        {
            TempFile.Sweep(folder);
        }
    }

    /// <inheritdoc/>
    public async Task<StoredDocument?> FindAsync(string name, CancellationToken cancellationToken)
    {
        var path = PathOf(name);
        try
        {
            // Sharing for deletion lets a writer put a new file in this one's place meanwhile.
            await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 4096, FileOptions.Asynchronous);
            var content = new byte[file.Length];
            await file.ReadExactlyAsync(content, cancellationToken);
            return new(content, VersionOf(content));
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public Task<bool> TryCreateAsync(string name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) =>
        WriteAsync(name, content, _ => Task.FromResult(!File.Exists(PathOf(name))), cancellationToken);

    /// <inheritdoc/>
    public Task<bool> TryReplaceAsync(string name, ReadOnlyMemory<byte> content, string version, CancellationToken cancellationToken) =>
        WriteAsync(name, content, async token => (await FindAsync(name, token))?.Version == version, cancellationToken);

    /// <inheritdoc/>
    public Task PutAsync(string name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) =>
        WriteAsync(name, content, _ => Task.FromResult(true), cancellationToken);

    /// <inheritdoc/>
    public async Task DeleteAsync(string name, CancellationToken cancellationToken)
    {
        var path = PathOf(name);
        if (File.Exists(path))
        {
            using var turn = await FolderLock.TakeAsync(folder, cancellationToken);
            File.Delete(path);
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<string> ListAsync(string folder, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var path = PathOf(folder);
        var names = Directory.Exists(path) ? Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories) : [];

        // What is being written has a name with a dot in front, which no document has.
        foreach (var name in names.Where(file => !Path.GetFileName(file).StartsWith('.')).Select(NameOf).Order(StringComparer.Ordinal).ToList())
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return await Task.FromResult(name);
        }
    }

    private async Task<bool> WriteAsync(string name, ReadOnlyMemory<byte> content, Func<CancellationToken, Task<bool>> mayWrite, CancellationToken cancellationToken)
    {
        var path = PathOf(name);
        using var turn = await FolderLock.TakeAsync(folder, cancellationToken);
        if (!await mayWrite(cancellationToken))
        {
            return false;
        }

        using var temp = new TempFile(path);
        await temp.Stream.WriteAsync(content, cancellationToken);
        temp.Stream.Flush(flushToDisk: true);
        temp.Replace(path);
        return true;
    }

    private string PathOf(string name)
    {
        ArtifactName.Require(name);
        return Path.Combine(folder, name.Replace('/', Path.DirectorySeparatorChar));
    }

    private string NameOf(string path) => Path.GetRelativePath(folder, path).Replace(Path.DirectorySeparatorChar, '/');

    private static string VersionOf(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));
}
