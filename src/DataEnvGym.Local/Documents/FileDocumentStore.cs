using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using DataEnvGym.Core.Artifacts;
using DataEnvGym.Core.Documents;
using DataEnvGym.Local.Artifacts;

namespace DataEnvGym.Local.Documents;

/// <summary>Documents as files in a folder; the version of a document is the hash of its content. Safe for use by many threads and processes.</summary>
/// <param name="root">The folder, made when the first document is written.</param>
public sealed class FileDocumentStore(string root) : IDocumentStore
{
    private static readonly TimeSpan LockWait = TimeSpan.FromMilliseconds(5);
    private const int MostLockWaits = 2000;

    private readonly string folder = Path.GetFullPath(root);

    /// <inheritdoc/>
    public async Task<StoredDocument?> FindAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            // A file under its final name is whole and is never written to again, only replaced.
            await using var file = new FileStream(PathOf(name), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 4096, FileOptions.Asynchronous);
            var content = new byte[file.Length];
            await file.ReadExactlyAsync(content, cancellationToken);
            return new(content, Convert.ToHexStringLower(SHA256.HashData(content)));
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public async Task<bool> TryCreateAsync(string name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        using var temp = await WriteAsync(name, content, cancellationToken);
        return temp.TryMove(PathOf(name));
    }

    /// <inheritdoc/>
    public async Task<bool> TryReplaceAsync(string name, ReadOnlyMemory<byte> content, string version, CancellationToken cancellationToken)
    {
        using var temp = await WriteAsync(name, content, cancellationToken);
        await using var alone = await LockAsync(cancellationToken);
        if ((await FindAsync(name, cancellationToken))?.Version != version)
        {
            return false;
        }

        temp.MoveOver(PathOf(name));
        return true;
    }

    /// <inheritdoc/>
    public async Task PutAsync(string name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        using var temp = await WriteAsync(name, content, cancellationToken);
        await using var alone = await LockAsync(cancellationToken);
        temp.MoveOver(PathOf(name));
    }

    /// <inheritdoc/>
    public async Task DeleteAsync(string name, CancellationToken cancellationToken)
    {
        var path = PathOf(name);
        if (File.Exists(path))
        {
            await using var alone = await LockAsync(cancellationToken);
            File.Delete(path);
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<string> ListAsync(string folder, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        var path = PathOf(folder);
        if (!Directory.Exists(path))
        {
            yield break;
        }

        // Names begin with a letter or digit: what begins with a dot is a lock or is being written.
        var names = Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories)
            .Where(file => !Path.GetFileName(file).StartsWith('.'))
            .Select(file => Path.GetRelativePath(this.folder, file).Replace(Path.DirectorySeparatorChar, '/'))
            .Order(StringComparer.Ordinal);
        foreach (var name in names)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return name;
        }
    }

    private string PathOf(string name)
    {
        ArtifactName.Require(name);
        return Path.Combine(folder, name.Replace('/', Path.DirectorySeparatorChar));
    }

    private async Task<TempFile> WriteAsync(string name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var temp = new TempFile(PathOf(name));
        try
        {
            await temp.Stream.WriteAsync(content, cancellationToken);
            temp.Stream.Flush(flushToDisk: true);
            return temp;
        }
        catch
        {
            temp.Dispose();
            throw;
        }
    }

    // Comparing and replacing are two steps, so that those who replace take turns. The lock goes with its process.
    private async Task<FileStream> LockAsync(CancellationToken cancellationToken)
    {
        for (var wait = 0; ; wait++)
        {
            try
            {
                return new FileStream(Path.Combine(folder, ".lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (wait < MostLockWaits)
            {
                await Task.Delay(LockWait, TimeProvider.System, cancellationToken);
            }
        }
    }
}
