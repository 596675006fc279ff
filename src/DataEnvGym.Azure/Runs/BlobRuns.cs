using System.Runtime.CompilerServices;
using Azure;
using Azure.Storage.Blobs.Models;
using DataEnvGym.Azure.Storage;
using DataEnvGym.Core.Artifacts;

namespace DataEnvGym.Azure.Runs;

/// <summary>Looks after whole runs: lists, opens, copies and deletes what they have stored.</summary>
/// <param name="clients">The storage account.</param>
public sealed class BlobRuns(AzureStorageClients clients) : IRunFiles
{
    private const int DeletionsAtOnce = 8;
    private const int ReadAhead = 1 << 20;

    private readonly BlobContainer artifacts = new(clients, StorageNames.Artifacts);
    private readonly BlobContainer jobs = new(clients, StorageNames.Jobs);

    /// <inheritdoc/>
    public async IAsyncEnumerable<RunFile> ListAsync(string run, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var prefix = RunBlobName.Prefix(run);
        await foreach (var blob in artifacts.ListAsync(prefix, cancellationToken))
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
        var path = RunBlobName.Prefix(run) + name;
        if (await artifacts.FindAsync(path, cancellationToken) is not { } found)
        {
            return null;
        }

        try
        {
            // Fetched as it is read; an error if the blob is replaced meanwhile.
            var options = new BlobOpenReadOptions(allowModifications: false) { BufferSize = ReadAhead, Conditions = new() { IfMatch = found.ETag } };
            return new(new(name, found.ContentLength, found.LastModified), await artifacts.Blob(path).OpenReadAsync(options, cancellationToken));
        }
        catch (RequestFailedException error) when (error.IsMissing())
        {
            return null;
        }
    }

    /// <summary>
    /// Copies all artefacts of a run into a folder, in the layout of a local run, each checked. What the folder has already is not fetched again, and an
    /// interrupted copy leaves no half file.
    /// </summary>
    /// <returns>The number of artefacts of the run.</returns>
    /// <exception cref="ArtifactException">The id is malformed, or an artefact is damaged.</exception>
    public Task<int> MirrorAsync(string run, string folder, CancellationToken cancellationToken) =>
        BlobMirror.CopyAsync(artifacts, RunBlobName.Prefix(run), Path.GetFullPath(folder), cancellationToken);

    /// <summary>Deletes all that a run has stored: its artefacts and what was agreed with its workers.</summary>
    /// <exception cref="ArtifactException">The id is malformed.</exception>
    public async Task DeleteAsync(string run, CancellationToken cancellationToken)
    {
        var prefix = RunBlobName.Prefix(run);

        // The agreements first: a worker that still lives then finds that it has nothing to do.
        await DeleteAsync(jobs, prefix, cancellationToken);
        await DeleteAsync(artifacts, prefix, cancellationToken);
    }

    private static Task DeleteAsync(BlobContainer container, string prefix, CancellationToken cancellationToken)
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = DeletionsAtOnce, CancellationToken = cancellationToken };
        return Parallel.ForEachAsync(
            container.ListAsync(prefix, cancellationToken), options,
            async (blob, token) => await container.Blob(blob.Name).DeleteIfExistsAsync(DeleteSnapshotsOption.IncludeSnapshots, cancellationToken: token));
    }
}
