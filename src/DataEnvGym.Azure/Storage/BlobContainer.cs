using System.Runtime.CompilerServices;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace DataEnvGym.Azure.Storage;

/// <summary>A container that is made when something is first written to it, and that reads as empty while it is not there.</summary>
internal sealed class BlobContainer(AzureStorageClients clients, string name)
{
    private readonly BlobContainerClient client = clients.Blobs.GetBlobContainerClient(name);

    public string Name => client.Name;

    public Uri Uri => client.Uri;

    public BlobClient Blob(string name) => client.GetBlobClient(name);

    public BlockBlobClient BlockBlob(string name) => client.GetBlockBlobClient(name);

    /// <summary>Does a write, and makes the container only if that is what it lacks: who may write blobs need not be allowed to make containers.</summary>
    public async Task<T> WriteAsync<T>(Func<Task<T>> write, CancellationToken cancellationToken)
    {
        try
        {
            return await write();
        }
        catch (RequestFailedException error) when (error.ErrorCode == BlobErrorCode.ContainerNotFound)
        {
            await client.CreateIfNotExistsAsync(PublicAccessType.None, cancellationToken: cancellationToken);
            return await write();
        }
    }

    /// <summary>What is known of a blob; nothing if it is not there.</summary>
    public async Task<BlobProperties?> FindAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            return await Blob(name).GetPropertiesAsync(cancellationToken: cancellationToken);
        }
        catch (RequestFailedException error) when (error.IsMissing())
        {
            return null;
        }
    }

    /// <summary>The blobs whose names begin with <paramref name="prefix"/>, in order of their names.</summary>
    public IAsyncEnumerable<BlobItem> ListAsync(string prefix, CancellationToken cancellationToken) =>
        EmptyIfMissing(client.GetBlobsAsync(BlobTraits.Metadata, BlobStates.None, prefix, cancellationToken), cancellationToken);

    private static async IAsyncEnumerable<T> EmptyIfMissing<T>(AsyncPageable<T> items, [EnumeratorCancellation] CancellationToken cancellationToken)
        where T : notnull
    {
        await using var pages = items.GetAsyncEnumerator(cancellationToken);
        while (await NextAsync())
        {
            yield return pages.Current;
        }

        async ValueTask<bool> NextAsync()
        {
            try
            {
                return await pages.MoveNextAsync();
            }
            catch (RequestFailedException error) when (error.IsMissing())
            {
                return false;
            }
        }
    }
}
