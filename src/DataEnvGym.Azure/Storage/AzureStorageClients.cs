using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;

namespace DataEnvGym.Azure.Storage;

/// <summary>The connections to a storage account. Safe for use by many threads; one per process is enough.</summary>
public sealed class AzureStorageClients
{
    private const string AzuriteAccount = "devstoreaccount1";
    private const string ApplicationId = "dataenvgym";

    private AzureStorageClients(BlobServiceClient blobs, QueueServiceClient queues, TokenCredential? credential)
    {
        Blobs = blobs;
        Queues = queues;
        Credential = credential;
    }

    internal BlobServiceClient Blobs { get; }

    internal QueueServiceClient Queues { get; }

    /// <summary>The identity; none with Azurite.</summary>
    internal TokenCredential? Credential { get; }

    /// <summary>Makes the connections. Nothing is sent yet.</summary>
    /// <exception cref="AzureStorageException">The options cannot be used.</exception>
    public static AzureStorageClients Connect(AzureStorageOptions options) => Connect(options, null);

    internal static AzureStorageClients Connect(AzureStorageOptions options, HttpPipelineTransport? transport)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        return options.ConnectionString is { } text
            ? ConnectByString(text, transport)
            : ConnectByIdentity(options.AccountName!, new DefaultAzureCredential(new DefaultAzureCredentialOptions { ManagedIdentityClientId = options.ClientId }), transport);
    }

    internal static AzureStorageClients ConnectByIdentity(string account, TokenCredential credential, HttpPipelineTransport? transport) => new(
        new(new Uri($"https://{account}.blob.core.windows.net"), credential, Configure(new BlobClientOptions(), transport)),
        new(new Uri($"https://{account}.queue.core.windows.net"), credential, ConfigureQueues(transport)),
        credential);

    private static AzureStorageClients ConnectByString(string text, HttpPipelineTransport? transport)
    {
        var (blobs, queues) = Parse(text, transport);
        return blobs.AccountName == AzuriteAccount
            ? new(blobs, queues, null)
            : throw new AzureStorageException(
                $"{AzureStorageOptions.ConnectionStringSetting} is for Azurite, whose account is {AzuriteAccount}; an account in the cloud is reached by identity, "
                + $"without a key: set {AzureStorageOptions.AccountNameSetting}.");
    }

    private static (BlobServiceClient Blobs, QueueServiceClient Queues) Parse(string text, HttpPipelineTransport? transport)
    {
        try
        {
            return (new(text, Configure(new BlobClientOptions(), transport)), new(text, ConfigureQueues(transport)));
        }
        catch (Exception error) when (error is FormatException or ArgumentException or InvalidOperationException)
        {
            // The error of the parser may repeat a piece of the string, which may be the key: it is not passed on.
            throw new AzureStorageException($"{AzureStorageOptions.ConnectionStringSetting} is no connection string of a storage account; copy the one that Azurite prints or use UseDevelopmentStorage=true.");
        }
    }

    private static QueueClientOptions ConfigureQueues(HttpPipelineTransport? transport) =>
        Configure(new QueueClientOptions { MessageEncoding = QueueMessageEncoding.None }, transport);

    private static T Configure<T>(T options, HttpPipelineTransport? transport)
        where T : ClientOptions
    {
        options.Diagnostics.ApplicationId = ApplicationId;
        options.Retry.Mode = RetryMode.Exponential;
        options.Retry.MaxRetries = 5;
        options.Retry.Delay = TimeSpan.FromMilliseconds(400);
        options.Retry.MaxDelay = TimeSpan.FromSeconds(20);
        options.Retry.NetworkTimeout = TimeSpan.FromSeconds(100);
        options.Transport = transport ?? options.Transport;
        return options;
    }
}
