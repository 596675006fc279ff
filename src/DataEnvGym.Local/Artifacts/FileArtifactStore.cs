using System.Collections.Concurrent;
using System.Security.Cryptography;
using DataEnvGym.Core.Artifacts;

namespace DataEnvGym.Local.Artifacts;

/// <summary>
/// Artefacts as files in a folder. A second content under a name that is taken, as from a retried activity whose teacher answered
/// differently, is kept beside the first, so that nothing that is referred to ever changes. Safe for use by many threads and processes.
/// </summary>
public sealed class FileArtifactStore : IArtifactStore
{
    private readonly string folder;
    private readonly Action<string> beforeRename;
    private readonly ConcurrentDictionary<(string Path, string Sha256), bool> verified = new();

    private FileArtifactStore(string folder, Action<string> beforeRename)
    {
        this.folder = folder;
        this.beforeRename = beforeRename;
    }

    /// <summary>Opens the store in <paramref name="folder"/>, making the folder if needed, and deletes what writers that died left unfinished.</summary>
    public static FileArtifactStore Open(string folder) => Open(folder, _ => { });

    internal static FileArtifactStore Open(string folder, Action<string> beforeRename)
    {
        var full = Path.GetFullPath(folder);
        Directory.CreateDirectory(full);
        TempFile.Sweep(full);
        return new FileArtifactStore(full, beforeRename);
    }

    /// <inheritdoc/>
    /// <exception cref="ArtifactException">The name is not allowed.</exception>
    public async Task<ArtifactRef> WriteAsync(string name, Func<Stream, CancellationToken, Task<int>> write, CancellationToken cancellationToken)
    {
        var path = PathOf(name);
        using var temp = new TempFile(path);
        await using var hashing = new HashingStream(temp.Stream);
        var count = await write(hashing, cancellationToken);
        await hashing.FlushAsync(cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        temp.Stream.Flush(flushToDisk: true);
        var artifact = new ArtifactRef(name, hashing.BytesWritten, count, hashing.Sha256());
        beforeRename(temp.FilePath);
        var variant = ArtifactName.Variant(path, artifact.Sha256);
        if (!temp.TryMove(path) && !await HoldsAsync(path, artifact, cancellationToken)
            && !temp.TryMove(variant) && !await HoldsAsync(variant, artifact, cancellationToken))
        {
            throw new ArtifactException($"The stored file {variant} is damaged; delete it and resume the run.");
        }

        return artifact;
    }

    /// <inheritdoc/>
    public async Task<Stream> OpenReadAsync(ArtifactRef artifact, CancellationToken cancellationToken)
    {
        var path = Locate(artifact);
        if (!File.Exists(path))
        {
            throw new ArtifactException($"Artefact {artifact.Name} is missing: there is no file {path}; restore it from a copy of the run.");
        }

        if (!verified.ContainsKey((path, artifact.Sha256)) || new FileInfo(path).Length != artifact.Length)
        {
            await VerifyAsync(path, artifact, cancellationToken);
            verified[(path, artifact.Sha256)] = true;
        }

        return OpenFile(path);
    }

    /// <inheritdoc/>
    public Task DeleteAsync(ArtifactRef artifact, CancellationToken cancellationToken)
    {
        var path = Locate(artifact);
        verified.TryRemove((path, artifact.Sha256), out _);
        File.Delete(path);
        return Task.CompletedTask;
    }

    private string PathOf(string name)
    {
        ArtifactName.Require(name);
        return Path.Combine(folder, name.Replace('/', Path.DirectorySeparatorChar));
    }

    private string Locate(ArtifactRef artifact)
    {
        ArtifactName.Require(artifact);
        var path = PathOf(artifact.Name);
        var variant = ArtifactName.Variant(path, artifact.Sha256);
        return File.Exists(variant) ? variant : path;
    }

    private static async Task VerifyAsync(string path, ArtifactRef artifact, CancellationToken cancellationToken)
    {
        await using var stream = OpenFile(path);
        var hash = await HashAsync(stream, cancellationToken);
        if (stream.Length != artifact.Length || hash != artifact.Sha256)
        {
            throw new ArtifactException(
                $"Artefact {artifact.Name} is damaged: {path} has {stream.Length} bytes with SHA-256 {hash}, not {artifact.Length} with {artifact.Sha256}; "
                + "restore it from a copy of the run.");
        }
    }

    private static async Task<bool> HoldsAsync(string path, ArtifactRef artifact, CancellationToken cancellationToken)
    {
        await using var stream = OpenFile(path);
        return stream.Length == artifact.Length && await HashAsync(stream, cancellationToken) == artifact.Sha256;
    }

    private static async Task<string> HashAsync(Stream stream, CancellationToken cancellationToken) =>
        Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellationToken));

    private static FileStream OpenFile(string path) =>
        new(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1 << 16, FileOptions.Asynchronous | FileOptions.SequentialScan);
}
