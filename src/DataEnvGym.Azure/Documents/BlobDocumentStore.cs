using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Azure;
using Azure.Storage.Blobs.Models;
using DataEnvGym.Azure.Storage;
using DataEnvGym.Core.Artifacts;
using DataEnvGym.Core.Documents;

namespace DataEnvGym.Azure.Documents;

/// <summary>Documents as blobs of a container; the version of a document is its ETag.</summary>
/// <param name="clients">The storage account.</param>
/// <param name="containerName">The container, such as <see cref="StorageNames.Jobs"/>.</param>
public sealed class BlobDocumentStore(AzureStorageClients clients, string containerName) : IDocumentStore
{
    /// <summary>Longest document that is read, in bytes.</summary>
    public const int MostBytes = 4 << 20;

    private const string WriteKey = "write";

    private readonly BlobContainer container = new(clients, containerName);

    /// <inheritdoc/>
    /// <exception cref="DocumentException">It is longer than <see cref="MostBytes"/>.</exception>
    public async Task<StoredDocument?> FindAsync(string name, CancellationToken cancellationToken)
    {
        ArtifactName.Require(name);
        try
        {
            using BlobDownloadStreamingResult download = await container.Blob(name).DownloadStreamingAsync(cancellationToken: cancellationToken);
            if (download.Details.ContentLength > MostBytes)
            {
                throw new DocumentException($"The document {container.Name}/{name} has {download.Details.ContentLength} bytes, more than the {MostBytes} that a document may have.");
            }

            var content = new byte[download.Details.ContentLength];
            await download.Content.ReadExactlyAsync(content, cancellationToken);
            return new(content, download.Details.ETag.ToString());
        }
        catch (RequestFailedException error) when (error.IsMissing())
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public Task<bool> TryCreateAsync(string name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) =>
        TryWriteAsync(name, content, new() { IfNoneMatch = ETag.All }, cancellationToken);

    /// <inheritdoc/>
    public Task<bool> TryReplaceAsync(string name, ReadOnlyMemory<byte> content, string version, CancellationToken cancellationToken) =>
        TryWriteAsync(name, content, new() { IfMatch = new ETag(version) }, cancellationToken);

    /// <inheritdoc/>
    public Task PutAsync(string name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) => TryWriteAsync(name, content, null, cancellationToken);

    /// <inheritdoc/>
    public Task DeleteAsync(string name, CancellationToken cancellationToken)
    {
        ArtifactName.Require(name);
        return container.Blob(name).DeleteIfExistsAsync(DeleteSnapshotsOption.IncludeSnapshots, cancellationToken: cancellationToken);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<string> ListAsync(string folder, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArtifactName.Require(folder);
        await foreach (var blob in container.ListAsync(folder + "/", cancellationToken))
        {
            yield return blob.Name;
        }
    }

    /// <summary>Where a document is, for a worker that is told of it.</summary>
    public Uri UriOf(string name)
    {
        ArtifactName.Require(name);
        return container.Blob(name).Uri;
    }

    /// <summary>The name of the document at an address that <see cref="UriOf"/> gave.</summary>
    /// <exception cref="DocumentException">It is not below this store's container.</exception>
    /// <exception cref="ArtifactException">What follows is no name of a document.</exception>
    public string NameOf(Uri uri)
    {
        ArgumentNullException.ThrowIfNull(uri);
        var prefix = container.Uri.AbsoluteUri + "/";
        return uri.AbsoluteUri.StartsWith(prefix, StringComparison.Ordinal)
            ? Checked(uri.AbsoluteUri[prefix.Length..])
            : throw new DocumentException($"'{uri.GetLeftPart(UriPartial.Path)}' is no document below {prefix}; check the storage account that is set.");
    }

    private static string Checked(string name)
    {
        ArtifactName.Require(name);
        return name;
    }

    /// <summary>
    /// Writes, and says whether it did. A request whose answer got lost is sent again, and then meets its own write: that is told from another's by a
    /// mark that is made for this call.
    /// </summary>
    private async Task<bool> TryWriteAsync(string name, ReadOnlyMemory<byte> content, BlobRequestConditions? conditions, CancellationToken cancellationToken)
    {
        ArtifactName.Require(name);
        if (content.Length > MostBytes)
        {
            throw new DocumentException($"The document {container.Name}/{name} would have {content.Length} bytes, more than the {MostBytes} that a document may have; store it as an artefact.");
        }

        var mark = RandomNumberGenerator.GetHexString(32, lowercase: true);
        var options = new BlobUploadOptions
        {
            Conditions = conditions,
            Metadata = new Dictionary<string, string> { [WriteKey] = mark },
            HttpHeaders = new() { ContentType = "application/json" },
            TransferOptions = new() { InitialTransferSize = MostBytes },
        };
        try
        {
            await container.WriteAsync(() => container.Blob(name).UploadAsync(BinaryData.FromBytes(content), options, cancellationToken), cancellationToken);
            return true;
        }
        catch (RequestFailedException error) when (conditions is not null && (error.IsConflict() || error.IsMissing()))
        {
            return await container.FindAsync(name, cancellationToken) is { } properties && properties.Metadata.TryGetValue(WriteKey, out var stored) && stored == mark;
        }
    }
}
