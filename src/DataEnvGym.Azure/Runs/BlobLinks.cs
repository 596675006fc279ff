using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Sas;
using DataEnvGym.Azure.Storage;

namespace DataEnvGym.Azure.Runs;

/// <summary>Signs addresses of blobs with a key that the service gives to the identity for a while.</summary>
internal sealed class BlobLinks(AzureStorageClients clients, TimeProvider time)
{
    // Clocks differ; an address that is good only from now on would be refused by a service whose clock is behind.
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan KeyLife = TimeSpan.FromHours(4);

    private volatile UserDelegationKey? key;

    public bool CanSign => clients.Credential is not null;

    public async Task<Uri> SignAsync(BlobClient blob, TimeSpan life, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var builder = new BlobSasBuilder(BlobSasPermissions.Read, now + life)
        {
            BlobContainerName = blob.BlobContainerName,
            BlobName = blob.Name,
            Resource = "b",
            StartsOn = now - Skew,
            Protocol = SasProtocol.Https,
            // What students and teachers wrote is saved by a browser, never shown as a page.
            ContentDisposition = "attachment",
        };
        var sas = builder.ToSasQueryParameters(await KeyAsync(now, life, cancellationToken), blob.AccountName);
        return new BlobUriBuilder(blob.Uri) { Sas = sas }.ToUri();
    }

    // Two that ask at the same time may both get a key; either is good.
    private async Task<UserDelegationKey> KeyAsync(DateTimeOffset now, TimeSpan life, CancellationToken cancellationToken)
    {
        if (key is { } known && known.SignedExpiresOn >= now + life)
        {
            return known;
        }

        UserDelegationKey fresh = await clients.Blobs.GetUserDelegationKeyAsync(now - Skew, now + KeyLife, cancellationToken);
        return key = fresh;
    }
}
