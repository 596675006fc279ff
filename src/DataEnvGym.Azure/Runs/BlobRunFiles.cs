using System.Runtime.CompilerServices;
using Azure;
using Azure.Storage.Blobs.Models;
using DataEnvGym.Azure.Storage;
using DataEnvGym.Core.Artifacts;

namespace DataEnvGym.Azure.Runs;

/// <summary>What runs have stored in blobs, by name.</summary>
/// <param name="clients">The storage account.</param>
/// <param name="runs">The runs of the same account.</param>
public sealed class BlobRunFiles(AzureStorageClients clients, BlobRuns runs) : IRunFiles
{
    private const int ReadAhead = 1 << 20;

    private readonly BlobContainer container = new(clients, StorageNames.Artifacts);

    /// <inheritdoc/>
    public async IAsyncEnumerable<RunFile> ListAsync(string run, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var prefix = RunBlobName.Prefix(run);
        await foreach (var blob in container.ListAsync(prefix, cancellationToken))
        {
            if (blob.Name[prefix.Length..] is var name && ArtifactName.IsValid(name))
            {
                yield return new(name, blob.Properties.ContentLength ?? 0, blob.Properties.LastModified ?? default);
            }
        }
    }

    /// <inheritdoc/>
    public async Task<OpenRunFile?> OpenReadAsync(string run, string name, CancellationToken cancellationToken)
    {
        ArtifactName.Require(name);
        var path = RunBlobName.Of(run, name);
        if (await container.FindAsync(path, cancellationToken) is not { } found)
        {
            return null;
        }

        try
        {
            var options = new BlobOpenReadOptions(allowModifications: false) { BufferSize = ReadAhead, Conditions = new() { IfMatch = found.ETag } };
            return new(new(name, found.ContentLength, found.LastModified), await container.Blob(path).OpenReadAsync(options, cancellationToken));
        }
        catch (RequestFailedException error) when (error.IsMissing())
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public Task DeleteAsync(string run, CancellationToken cancellationToken) => runs.DeleteRunAsync(run, cancellationToken);
}
