using System.Security.Cryptography;
using Azure;
using Azure.Storage.Blobs.Models;
using DataEnvGym.Azure.Artifacts;
using DataEnvGym.Azure.Storage;
using DataEnvGym.Core.Artifacts;

namespace DataEnvGym.Azure.Runs;

/// <summary>See <see cref="BlobRuns.MirrorAsync"/>.</summary>
internal static class BlobMirror
{
    private const int CopiesAtOnce = 4;

    public static async Task<int> CopyAsync(BlobContainer container, string prefix, string folder, CancellationToken cancellationToken)
    {
        var count = 0;
        var options = new ParallelOptions { MaxDegreeOfParallelism = CopiesAtOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(container.ListAsync(prefix, cancellationToken), options, async (blob, token) =>
        {
            var name = blob.Name[prefix.Length..];
            RunBlobName.Require(name);
            await CopyAsync(container, blob, Path.Combine(folder, name.Replace('/', Path.DirectorySeparatorChar)), token);
            Interlocked.Increment(ref count);
        });
        return count;
    }

    private static async Task CopyAsync(BlobContainer container, BlobItem blob, string path, CancellationToken cancellationToken)
    {
        var expected = BlobContent.Sha256(blob.Metadata);
        if (expected is not null && File.Exists(path) && await HashAsync(path, cancellationToken) == expected)
        {
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        // The local store knows such names as leftovers and sweeps them, should this process be killed.
        var temp = Path.Combine(Path.GetDirectoryName(path)!, $".tmp-{Environment.ProcessId}-{Path.GetFileName(path)}");
        try
        {
            var options = new BlobDownloadToOptions { Conditions = new() { IfMatch = blob.Properties.ETag ?? ETag.All } };
            await container.Blob(blob.Name).DownloadToAsync(temp, options, cancellationToken);
            var hash = await HashAsync(temp, cancellationToken);
            if (expected is not null && hash != expected)
            {
                throw new ArtifactException(
                    $"Artefact {blob.Name} is damaged: the blob has SHA-256 {hash}, not {expected}; restore it from a copy of the run.");
            }

            File.Move(temp, path, overwrite: true);
        }
        finally
        {
            File.Delete(temp);
        }
    }

    private static async Task<string> HashAsync(string path, CancellationToken cancellationToken)
    {
        await using var stream = File.OpenRead(path);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellationToken));
    }
}
