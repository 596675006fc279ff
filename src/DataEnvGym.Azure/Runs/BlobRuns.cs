using System.Runtime.CompilerServices;
using Azure;
using Azure.Storage.Blobs.Models;
using DataEnvGym.Azure.Artifacts;
using DataEnvGym.Azure.Storage;
using DataEnvGym.Core.Artifacts;

namespace DataEnvGym.Azure.Runs;

/// <summary>Looks after whole runs: lists, opens, links, copies and deletes what they have stored.</summary>
/// <param name="clients">The storage account.</param>
/// <param name="time">The clock, for how long a link lives.</param>
public sealed class BlobRuns(AzureStorageClients clients, TimeProvider time)
{
    private const int DeletionsAtOnce = 8;
    private const int ReadAhead = 1 << 20;

    private readonly BlobContainer artifacts = new(clients, StorageNames.Artifacts);
    private readonly BlobContainer jobs = new(clients, StorageNames.Jobs);
    private readonly BlobLinks links = new(clients, time);

    /// <summary>The ids of all runs that have stored an artefact, sorted.</summary>
    public async IAsyncEnumerable<string> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var folder in artifacts.ListFoldersAsync(cancellationToken))
        {
            yield return folder.TrimEnd('/');
        }
    }

    /// <summary>The stored artefacts of a run, sorted by name.</summary>
    /// <exception cref="ArtifactException">The id is malformed.</exception>
    public async IAsyncEnumerable<RunBlob> ListAsync(string run, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var prefix = RunBlobName.Prefix(run);
        await foreach (var blob in artifacts.ListAsync(prefix, cancellationToken))
        {
            yield return new(blob.Name[prefix.Length..], blob.Properties.ContentLength ?? 0, BlobContent.Count(blob.Metadata), BlobContent.Sha256(blob.Metadata));
        }
    }

    /// <summary>Opens an artefact by its name, to be handed on: its bytes are not checked. Nothing if it is not there.</summary>
    /// <param name="run">The run.</param>
    /// <param name="name">See <see cref="RunBlob.Name"/>.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="ArtifactException">The id or the name is malformed.</exception>
    public async Task<RunBlobContent?> OpenAsync(string run, string name, CancellationToken cancellationToken)
    {
        var path = RunBlobName.Of(run, name);
        if (await artifacts.FindAsync(path, cancellationToken) is not { } properties)
        {
            return null;
        }

        try
        {
            var options = new BlobOpenReadOptions(allowModifications: false) { BufferSize = ReadAhead, Conditions = new() { IfMatch = properties.ETag } };
            return new(await artifacts.Blob(path).OpenReadAsync(options, cancellationToken), BlobContent.TypeOf(name), properties.ETag.ToString("H"));
        }
        catch (RequestFailedException error) when (error.IsMissing())
        {
            return null;
        }
    }

    /// <summary>
    /// An address under which anyone can read one artefact for a short time, signed by the identity and not by a key. Nothing with Azurite, or if the artefact is
    /// not there: then the caller streams it.
    /// </summary>
    /// <param name="run">The run.</param>
    /// <param name="name">See <see cref="RunBlob.Name"/>.</param>
    /// <param name="life">How long it is good for; at most <see cref="LongestLink"/>.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="ArtifactException">The id or the name is malformed.</exception>
    public async Task<Uri?> LinkAsync(string run, string name, TimeSpan life, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(life, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(life, LongestLink);
        var path = RunBlobName.Of(run, name);
        return links.CanSign && await artifacts.FindAsync(path, cancellationToken) is not null
            ? await links.SignAsync(artifacts.Blob(path), life, cancellationToken)
            : null;
    }

    /// <summary>Longest life of a link.</summary>
    public static TimeSpan LongestLink { get; } = TimeSpan.FromHours(1);

    /// <summary>
    /// Copies all artefacts of a run into a folder, in the layout of a local run, each checked. What the folder has already is not fetched again, and an
    /// interrupted copy leaves no half file.
    /// </summary>
    /// <returns>The number of artefacts of the run.</returns>
    /// <exception cref="ArtifactException">The id is malformed, or an artefact is damaged.</exception>
    public Task<int> MirrorAsync(string run, string folder, CancellationToken cancellationToken) =>
        BlobMirror.CopyAsync(artifacts, RunBlobName.Prefix(run), Path.GetFullPath(folder), cancellationToken);

    /// <summary>Deletes all that a run has stored: its artefacts and what was agreed with its workers.</summary>
    /// <returns>The number of blobs that were deleted.</returns>
    /// <exception cref="ArtifactException">The id is malformed.</exception>
    public async Task<int> DeleteRunAsync(string run, CancellationToken cancellationToken)
    {
        var prefix = RunBlobName.Prefix(run);
        // The agreements first: a worker that still lives then finds that it has nothing to do.
        return await DeleteAsync(jobs, prefix, cancellationToken) + await DeleteAsync(artifacts, prefix, cancellationToken);
    }

    private static async Task<int> DeleteAsync(BlobContainer container, string prefix, CancellationToken cancellationToken)
    {
        var deleted = 0;
        var options = new ParallelOptions { MaxDegreeOfParallelism = DeletionsAtOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(container.ListAsync(prefix, cancellationToken), options, async (blob, token) =>
        {
            if (await container.Blob(blob.Name).DeleteIfExistsAsync(DeleteSnapshotsOption.IncludeSnapshots, cancellationToken: token))
            {
                Interlocked.Increment(ref deleted);
            }
        });
        return deleted;
    }
}
