using System.Collections.Concurrent;
using System.Diagnostics.Tracing;
using System.Text;
using Azure.Core.Diagnostics;
using DataEnvGym.Azure.Artifacts;
using DataEnvGym.Azure.Documents;
using DataEnvGym.Azure.Messaging;
using DataEnvGym.Azure.Storage;
using DataEnvGym.Azure.Tests.Artifacts;

namespace DataEnvGym.Azure.Tests.Storage;

/// <summary>The account's key shows up nowhere: not in what is logged of good and bad requests at the finest level, not in errors.</summary>
[Collection(AzuriteCollection.Name)]
public sealed class SecretsTests(AzuriteFixture azurite)
{
    [SkippableFact]
    public async Task Key_OfTheAccount_IsInNoLogAndNoError()
    {
        var key = azurite.ConnectionString.Split("AccountKey=")[1].Split(';')[0];
        var logged = new ConcurrentQueue<string>();
        var errors = new StringBuilder();
        using (new AzureEventSourceListener((_, message) => logged.Enqueue(message), EventLevel.Verbose))
        {
            var name = Names.Fresh("canary");
            await new BlobArtifactStores(azurite.Clients).Open(name).WriteTextAsync("a", "x");
            await new BlobDocumentStore(azurite.Clients, name).PutAsync("a.json", "{}"u8.ToArray(), CancellationToken.None);
            await new StorageQueue(azurite.Clients, name).SendAsync("{}"u8.ToArray(), CancellationToken.None);
            foreach (var connection in (string[])[azurite.ConnectionString, WrongKey(azurite.ConnectionString, key)])
            {
                errors.AppendLine((await Should.ThrowAsync<Exception>(() => FailAsync(connection))).ToString());
            }
        }

        logged.ShouldContain(message => message.Contains("Authorization:REDACTED", StringComparison.Ordinal));
        string.Join('\n', logged).ShouldNotContain(key);
        errors.ToString().ShouldContain("AuthenticationFailed");
        errors.ToString().ShouldContain("QueueNotFound");
        errors.ToString().ShouldNotContain(key);
    }

    private static async Task FailAsync(string connection) =>
        await AzureStorageClients.Connect(new() { ConnectionString = connection }).Queues.GetQueueClient("missing-queue").ReceiveMessageAsync();

    private static string WrongKey(string connection, string key) => connection.Replace(key, Convert.ToBase64String(new byte[64]), StringComparison.Ordinal);
}
