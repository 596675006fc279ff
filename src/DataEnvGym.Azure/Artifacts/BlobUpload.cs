using System.Buffers;
using System.Text;
using Azure;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using DataEnvGym.Azure.Storage;
using DataEnvGym.Core.Artifacts;
using Microsoft.Win32.SafeHandles;

namespace DataEnvGym.Azure.Artifacts;

/// <summary>
/// Makes a blob from a file, unless one of that name is there. A large one goes up in blocks, several at a time. Blocks that are not committed yet belong
/// to the blob's name and not to their writer, and the client library numbers them by offset; here their ids hold the content's hash, so that two
/// writers of different contents cannot commit each other's.
/// </summary>
internal static class BlobUpload
{
    /// <summary>Up to this length a blob goes up in one request.</summary>
    public const int BlockLength = 8 << 20;

    private const int BlocksAtOnce = 4;

    /// <returns>Whether this call made the blob.</returns>
    public static async Task<bool> TryPutAsync(BlockBlobClient blob, FileStream file, ArtifactRef artifact, CancellationToken cancellationToken)
    {
        try
        {
            await (artifact.Length <= BlockLength ? PutAsync(blob, file, artifact, cancellationToken) : PutBlocksAsync(blob, file, artifact, cancellationToken));
            return true;
        }
        catch (RequestFailedException error) when (error.IsConflict() || error.IsBlocksGone())
        {
            return false;
        }
    }

    private static async Task PutAsync(BlockBlobClient blob, FileStream file, ArtifactRef artifact, CancellationToken cancellationToken)
    {
        file.Position = 0;
        var options = new BlobUploadOptions
        {
            Conditions = new() { IfNoneMatch = ETag.All },
            Metadata = BlobContent.Metadata(artifact),
            HttpHeaders = BlobContent.Headers(artifact.Name),
            TransferOptions = new() { InitialTransferSize = BlockLength },
        };
        await blob.UploadAsync(file, options, cancellationToken);
    }

    private static async Task PutBlocksAsync(BlockBlobClient blob, FileStream file, ArtifactRef artifact, CancellationToken cancellationToken)
    {
        var count = checked((int)((artifact.Length + BlockLength - 1) / BlockLength));
        var ids = Enumerable.Range(0, count).Select(index => BlockId(artifact, index)).ToList();
        await Parallel.ForAsync(
            0,
            count,
            new ParallelOptions { MaxDegreeOfParallelism = BlocksAtOnce, CancellationToken = cancellationToken },
            async (index, token) => await StageAsync(blob, file.SafeFileHandle, (long)index * BlockLength, ids[index], token));
        var options = new CommitBlockListOptions
        {
            Conditions = new() { IfNoneMatch = ETag.All },
            Metadata = BlobContent.Metadata(artifact),
            HttpHeaders = BlobContent.Headers(artifact.Name),
        };
        await blob.CommitBlockListAsync(ids, options, cancellationToken);
    }

    private static async Task StageAsync(BlockBlobClient blob, SafeFileHandle file, long offset, string id, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BlockLength);
        try
        {
            var length = 0;
            for (int read; length < BlockLength && (read = await RandomAccess.ReadAsync(file, buffer.AsMemory(length, BlockLength - length), offset + length, cancellationToken)) > 0;)
            {
                length += read;
            }

            using var block = new MemoryStream(buffer, 0, length, writable: false);
            await blob.StageBlockAsync(id, block, cancellationToken: cancellationToken);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    // At most 64 bytes before encoding, and of one length for all blocks of a blob: rules of the service.
    private static string BlockId(ArtifactRef artifact, int index) => Convert.ToBase64String(Encoding.ASCII.GetBytes($"{artifact.Sha256[..48]}-{index:D6}"));
}
