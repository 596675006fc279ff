using Azure;
using Azure.Storage.Blobs.Models;

namespace DataEnvGym.Azure.Storage;

/// <summary>What answers of the storage service mean.</summary>
internal static class StorageErrors
{
    /// <summary>A condition did not hold: the blob is there already, is gone, or is another version.</summary>
    public static bool IsConflict(this RequestFailedException error) => error.Status is 409 or 412;

    /// <summary>There is no such blob, container, queue or message.</summary>
    public static bool IsMissing(this RequestFailedException error) => error.Status == 404;

    /// <summary>Another writer's commit has thrown away the blocks that this one had sent.</summary>
    public static bool IsBlocksGone(this RequestFailedException error) => error.ErrorCode == BlobErrorCode.InvalidBlockList;
}
