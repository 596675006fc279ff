using System.Security.Cryptography;
using Azure.Core;
using DataEnvGym.Azure.Artifacts;
using DataEnvGym.Azure.Storage;
using DataEnvGym.Core.Artifacts;

namespace DataEnvGym.Azure.Tests.Artifacts;

/// <summary>Artefacts that go up in blocks.</summary>
[Collection(AzuriteCollection.Name)]
public sealed class LargeArtifactTests(AzuriteFixture azurite) : IDisposable
{
    private const int TwoBlocks = (BlobUpload.BlockLength * 3 / 2) + 1;

    private readonly string run = Names.Fresh("run");
    private readonly HookTransport transport = new();

    private IArtifactStore Store => new BlobArtifactStores(AzureStorageClients.Connect(new() { ConnectionString = azurite.ConnectionString }, transport)).Open(run);

    public void Dispose() => transport.Dispose();

    [SkippableFact]
    public async Task Write_OfFortyMegabytes_GoesUpInBlocksAndComesBackWhole()
    {
        var requests = Requests();
        var bytes = Random(40_000_000, 1);

        var artifact = await Store.WriteBytesAsync("student.safetensors", bytes);
        var sent = requests.Count(request => request.EndsWith("comp=block", StringComparison.Ordinal));
        (await Store.ReadBytesAsync(artifact)).AsSpan().SequenceEqual(bytes).ShouldBeTrue();

        sent.ShouldBe(5);
        artifact.Sha256.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(bytes)));
        requests.Count(request => request == "GET").ShouldBe(5);
    }

    [SkippableFact]
    public async Task Write_OfWhatIsThereAlready_SendsNoBlock()
    {
        var bytes = Random(TwoBlocks, 2);
        var artifact = await Store.WriteBytesAsync("a", bytes);
        var requests = Requests();

        (await Store.WriteBytesAsync("a", bytes)).ShouldBe(artifact);

        requests.ShouldBe(["HEAD"]);
    }

    // Both have sent their blocks before either commits: what the service keeps of them belongs to the name and not to the writer.
    [SkippableTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Write_ByTwoWhoseBlocksMix_EndsInBothContents(bool same)
    {
        var (first, second) = (Random(TwoBlocks, 3), Random(TwoBlocks, same ? 3 : 4));
        var bothSent = new TaskCompletionSource();
        var sent = 0;
        transport.Before = async request =>
        {
            if (request.Uri.Query.Contains("comp=blocklist", StringComparison.Ordinal) && !request.Uri.Path.Contains('~', StringComparison.Ordinal))
            {
                if (Interlocked.Increment(ref sent) == 2)
                {
                    bothSent.SetResult();
                }

                await bothSent.Task;
            }
        };

        var artifacts = await Task.WhenAll(Store.WriteBytesAsync("a", first), Store.WriteBytesAsync("a", second));

        (await Store.ReadBytesAsync(artifacts[0])).AsSpan().SequenceEqual(first).ShouldBeTrue();
        (await Store.ReadBytesAsync(artifacts[1])).AsSpan().SequenceEqual(second).ShouldBeTrue();
    }

    // A short content that is put in one request throws away the blocks that a longer one has sent to the same name.
    [SkippableFact]
    public async Task Write_WhoseBlocksAreThrownAwayByAnother_IsStoredBesideIt()
    {
        var bytes = Random(TwoBlocks, 5);
        var other = new BlobArtifactStores(azurite.Clients).Open(run);
        ArtifactRef? small = null;
        transport.Before = async request =>
        {
            if (small is null && request.Uri.Query.Contains("comp=blocklist", StringComparison.Ordinal))
            {
                small = await other.WriteTextAsync("a", "small");
            }
        };

        var artifact = await Store.WriteBytesAsync("a", bytes);

        (await Store.ReadBytesAsync(artifact)).AsSpan().SequenceEqual(bytes).ShouldBeTrue();
        (await Store.ReadTextAsync(small!)).ShouldBe("small");
    }

    // What a killed process leaves: blocks that no list names.
    [SkippableFact]
    public async Task Write_AfterOneThatDiedBetweenItsBlocks_ShowsNothingOfIt()
    {
        var bytes = Random(TwoBlocks, 6);
        using var stop = new CancellationTokenSource();
        transport.After = request => request.Uri.Query.Contains("comp=block", StringComparison.Ordinal) ? stop.CancelAsync() : Task.CompletedTask;
        var clients = azurite.Clients;

        await Should.ThrowAsync<OperationCanceledException>(() => Store.WriteAsync(
            "a",
            async (stream, token) =>
            {
                await stream.WriteAsync(bytes, token);
                return 1;
            },
            stop.Token));

        (await new BlobContainer(clients, "artifacts").ListAsync($"{run}/", CancellationToken.None).AnyAsync()).ShouldBeFalse();
        var next = new BlobArtifactStores(clients).Open(run);
        (await next.ReadBytesAsync(await next.WriteBytesAsync("a", bytes))).AsSpan().SequenceEqual(bytes).ShouldBeTrue();
    }

    [SkippableFact]
    public async Task Read_OfABlobReplacedOnItsWay_HandsOutNothing()
    {
        var bytes = Random(TwoBlocks, 7);
        var artifact = await Store.WriteBytesAsync("a", bytes);
        var blob = azurite.Clients.Blobs.GetBlobContainerClient("artifacts").GetBlobClient($"{run}/a");
        var done = 0;
        transport.Before = async request =>
        {
            if (request.Method == RequestMethod.Get && Interlocked.Increment(ref done) == 2)
            {
                await blob.UploadAsync(BinaryData.FromBytes(Random(TwoBlocks, 8)), overwrite: true);
            }
        };

        (await Should.ThrowAsync<global::Azure.RequestFailedException>(() => Store.ReadBytesAsync(artifact))).Status.ShouldBe(412);
    }

    private System.Collections.Concurrent.ConcurrentQueue<string> Requests()
    {
        var requests = new System.Collections.Concurrent.ConcurrentQueue<string>();
        transport.Before = request =>
        {
            var query = request.Uri.Query.Split('&').FirstOrDefault(part => part.Contains("comp=", StringComparison.Ordinal) || part.Contains("restype=", StringComparison.Ordinal));
            requests.Enqueue($"{request.Method} {query?.TrimStart('?')}".Trim());
            return Task.CompletedTask;
        };
        return requests;
    }

    private static byte[] Random(int length, int seed)
    {
        var bytes = new byte[length];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }
}
