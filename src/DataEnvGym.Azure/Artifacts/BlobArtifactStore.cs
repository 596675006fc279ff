using System.Security.Cryptography;
using Azure;
using Azure.Storage;
using Azure.Storage.Blobs.Models;
using DataEnvGym.Azure.Storage;
using DataEnvGym.Core.Artifacts;
using DataEnvGym.Core.Episodes;

namespace DataEnvGym.Azure.Artifacts;

/// <summary>
/// Artefacts of one run as blobs. A second content under a name that is taken is kept beside the first, so that nothing that is referred to ever
/// changes. What is written goes through a file of this machine, because its hash is needed first; what is read does too, because no byte is handed out
/// before all are checked.
/// </summary>
internal sealed class BlobArtifactStore(BlobContainer container, RunId run) : IArtifactStore
{
    private static readonly StorageTransferOptions Transfer = new() { InitialTransferSize = 8 << 20, MaximumTransferSize = 8 << 20, MaximumConcurrency = 4 };

    /// <inheritdoc/>
    public async Task<ArtifactRef> WriteAsync(string name, Func<Stream, CancellationToken, Task<int>> write, CancellationToken cancellationToken)
    {
        ArtifactName.Require(name);
        await using var file = ScratchFile.Create();
        var artifact = await FillAsync(file, name, write, cancellationToken);
        var path = PathOf(artifact);
        var variant = ArtifactName.Variant(path, artifact.Sha256);
        if (!await TryStoreAsync(path, file, artifact, cancellationToken) && !await TryStoreAsync(variant, file, artifact, cancellationToken))
        {
            throw new ArtifactException($"The stored blob {container.Name}/{variant} is damaged; delete it and resume the run.");
        }

        return artifact;
    }

    /// <inheritdoc/>
    public async Task<Stream> OpenReadAsync(ArtifactRef artifact, CancellationToken cancellationToken)
    {
        var (path, properties) = await LocateAsync(artifact, cancellationToken)
            ?? throw new ArtifactException($"Artefact {artifact.Name} is missing: there is no blob {container.Name}/{PathOf(artifact)}; restore it from a copy of the run.");
        if (properties.ContentLength != artifact.Length)
        {
            throw Damaged(artifact, path, $"{properties.ContentLength} bytes");
        }

        return await DownloadAsync(artifact, path, properties.ETag, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task DeleteAsync(ArtifactRef artifact, CancellationToken cancellationToken)
    {
        if (await LocateAsync(artifact, cancellationToken) is { } found && BlobContent.Sha256(found.Properties.Metadata) is var hash && (hash is null || hash == artifact.Sha256))
        {
            await container.Blob(found.Path).DeleteIfExistsAsync(DeleteSnapshotsOption.IncludeSnapshots, cancellationToken: cancellationToken);
        }
    }

    private string PathOf(ArtifactRef artifact) => $"{run}/{artifact.Name}";

    private static async Task<ArtifactRef> FillAsync(FileStream file, string name, Func<Stream, CancellationToken, Task<int>> write, CancellationToken cancellationToken)
    {
        using var sha256 = SHA256.Create();
        await using var hashing = new CryptoStream(file, sha256, CryptoStreamMode.Write, leaveOpen: true);
        var count = await write(hashing, cancellationToken);
        if (!hashing.HasFlushedFinalBlock)
        {
            await hashing.FlushFinalBlockAsync(cancellationToken);
        }

        await file.FlushAsync(cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        return new ArtifactRef(name, file.Length, count, Convert.ToHexStringLower(sha256.Hash!));
    }

    // An activity that runs again finds its large outputs there, and need not send them only to learn that.
    private async Task<bool> TryStoreAsync(string path, FileStream file, ArtifactRef artifact, CancellationToken cancellationToken) =>
        (artifact.Length > BlobUpload.BlockLength && await HoldsAsync(path, artifact, cancellationToken))
        || await container.WriteAsync(() => BlobUpload.TryPutAsync(container.BlockBlob(path), file, artifact, cancellationToken), cancellationToken)
        || await HoldsAsync(path, artifact, cancellationToken);

    private async Task<bool> HoldsAsync(string path, ArtifactRef artifact, CancellationToken cancellationToken)
    {
        if (await container.FindAsync(path, cancellationToken) is not { } properties || properties.ContentLength != artifact.Length)
        {
            return false;
        }

        if (BlobContent.Sha256(properties.Metadata) is { } hash)
        {
            return hash == artifact.Sha256;
        }

        await using var stored = await container.Blob(path).OpenReadAsync(new BlobOpenReadOptions(allowModifications: false), cancellationToken);
        return await HashAsync(stored, cancellationToken) == artifact.Sha256;
    }

    /// <summary>The blob of a reference: the one under its name, unless that says that it holds something else and a variant is there.</summary>
    private async Task<(string Path, BlobProperties Properties)?> LocateAsync(ArtifactRef artifact, CancellationToken cancellationToken)
    {
        ArtifactName.Require(artifact);
        var path = PathOf(artifact);
        var first = await container.FindAsync(path, cancellationToken);
        if (first is not null && BlobContent.Sha256(first.Metadata) == artifact.Sha256)
        {
            return (path, first);
        }

        var variant = ArtifactName.Variant(path, artifact.Sha256);
        if (await container.FindAsync(variant, cancellationToken) is { } second)
        {
            return (variant, second);
        }

        return first is null ? null : (path, first);
    }

    private async Task<Stream> DownloadAsync(ArtifactRef artifact, string path, ETag version, CancellationToken cancellationToken)
    {
        var file = ScratchFile.Create();
        try
        {
            var options = new BlobDownloadToOptions { Conditions = new() { IfMatch = version }, TransferOptions = Transfer };
            await container.Blob(path).DownloadToAsync(file, options, cancellationToken);
            file.Position = 0;
            var hash = await HashAsync(file, cancellationToken);
            if (file.Length != artifact.Length || hash != artifact.Sha256)
            {
                throw Damaged(artifact, path, $"{file.Length} bytes with SHA-256 {hash}");
            }

            file.Position = 0;
            return file;
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    private ArtifactException Damaged(ArtifactRef artifact, string path, string found) => new(
        $"Artefact {artifact.Name} is damaged: blob {container.Name}/{path} has {found}, not {artifact.Length} bytes with SHA-256 {artifact.Sha256}; restore it from a copy of the run.");

    private static async Task<string> HashAsync(Stream stream, CancellationToken cancellationToken) =>
        Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellationToken));
}
