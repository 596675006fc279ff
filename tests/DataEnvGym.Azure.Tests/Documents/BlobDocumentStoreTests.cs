using System.Text;
using Azure.Core;
using DataEnvGym.Azure.Documents;
using DataEnvGym.Azure.Storage;
using DataEnvGym.Core.Artifacts;
using DataEnvGym.Core.Documents;

namespace DataEnvGym.Azure.Tests.Documents;

[Collection(AzuriteCollection.Name)]
public sealed class BlobDocumentStoreTests(AzuriteFixture azurite) : IDisposable
{
    private readonly string container = Names.Fresh("documents");
    private readonly HookTransport transport = new();

    private BlobDocumentStore Store => new(AzureStorageClients.Connect(new() { ConnectionString = azurite.ConnectionString }, transport), container);

    public void Dispose() => transport.Dispose();

    [SkippableFact]
    public async Task Document_WrittenAndReplaced_IsFoundAsItIsLast()
    {
        (await FindAsync("run/a.json")).ShouldBeNull();
        (await CreateAsync("run/a.json", "1")).ShouldBeTrue();
        var first = (await FindAsync("run/a.json"))!;
        Text(first).ShouldBe("1");

        (await ReplaceAsync("run/a.json", "2", first.Version)).ShouldBeTrue();
        var second = (await FindAsync("run/a.json"))!;
        Text(second).ShouldBe("2");
        second.Version.ShouldNotBe(first.Version);

        await Store.PutAsync("run/a.json", "3"u8.ToArray(), CancellationToken.None);
        Text((await FindAsync("run/a.json"))!).ShouldBe("3");

        await Store.DeleteAsync("run/a.json", CancellationToken.None);
        await Store.DeleteAsync("run/a.json", CancellationToken.None);
        (await FindAsync("run/a.json")).ShouldBeNull();
    }

    [SkippableFact]
    public async Task Create_OfWhatIsThere_ChangesNothing()
    {
        await CreateAsync("a.json", "1");

        (await CreateAsync("a.json", "2")).ShouldBeFalse();
        Text((await FindAsync("a.json"))!).ShouldBe("1");
    }

    [SkippableFact]
    public async Task Replace_OfAnOldVersionOrOfNothing_ChangesNothing()
    {
        await CreateAsync("a.json", "1");
        var old = (await FindAsync("a.json"))!.Version;
        await ReplaceAsync("a.json", "2", old);

        (await ReplaceAsync("a.json", "3", old)).ShouldBeFalse();
        Text((await FindAsync("a.json"))!).ShouldBe("2");
        (await ReplaceAsync("b.json", "3", old)).ShouldBeFalse();
        (await FindAsync("b.json")).ShouldBeNull();
    }

    [SkippableFact]
    public async Task Create_ByManyAtOnce_IsWonByOne()
    {
        var store = Store;
        var won = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => store.TryCreateAsync("a.json", Bytes($"{i}"), CancellationToken.None)));

        won.Count(one => one).ShouldBe(1);
        Text((await FindAsync("a.json"))!).ShouldBe($"{Array.IndexOf(won, true)}");
    }

    [SkippableFact]
    public async Task Replace_ByManyAtOnce_LosesNoAddition()
    {
        var store = Store;
        await CreateAsync("count.json", "0");

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => AddOneAsync(store)));

        Text((await FindAsync("count.json"))!).ShouldBe("8");
    }

    // The service has done it, the answer is lost, the client sends it again and is told that it is there already: by this very call.
    [SkippableFact]
    public async Task Write_WhoseAnswerIsLost_KnowsThatItWon()
    {
        await CreateAsync("first.json", "0");
        var losses = 0;
        transport.After = request => request.Method == RequestMethod.Put && request.Uri.Path.EndsWith("a.json", StringComparison.Ordinal) && Interlocked.Increment(ref losses) is 1 or 3
            ? throw new IOException("the connection was reset")
            : Task.CompletedTask;

        (await CreateAsync("a.json", "1")).ShouldBeTrue();
        (await ReplaceAsync("a.json", "2", (await FindAsync("a.json"))!.Version)).ShouldBeTrue();

        losses.ShouldBe(4);
        (await CreateAsync("a.json", "3")).ShouldBeFalse();
        Text((await FindAsync("a.json"))!).ShouldBe("2");
    }

    [SkippableFact]
    public async Task List_OfAFolder_GivesWhatIsBelowInOrder()
    {
        (await ListAsync("run")).ShouldBeEmpty();
        foreach (var name in (string[])["run/b.json", "run/a-1/x.json", "run/a/x.json", "run-2/c.json", "run.json", "run/a.json"])
        {
            await CreateAsync(name, "{}");
        }

        (await ListAsync("run")).ShouldBe(["run/a-1/x.json", "run/a.json", "run/a/x.json", "run/b.json"]);
        (await ListAsync("run/a")).ShouldBe(["run/a/x.json"]);
    }

    [SkippableTheory]
    [InlineData("../a")]
    [InlineData("a?comp=metadata")]
    [InlineData("")]
    public async Task Name_ThatIsHostile_IsRefusedEverywhere(string name)
    {
        await Should.ThrowAsync<ArtifactException>(() => FindAsync(name));
        await Should.ThrowAsync<ArtifactException>(() => CreateAsync(name, "1"));
        await Should.ThrowAsync<ArtifactException>(() => Store.PutAsync(name, Bytes("1"), CancellationToken.None));
        await Should.ThrowAsync<ArtifactException>(() => Store.DeleteAsync(name, CancellationToken.None));
        await Should.ThrowAsync<ArtifactException>(() => ListAsync(name));
    }

    [SkippableFact]
    public async Task Document_ThatIsTooLong_IsRefusedForWritingAndReading()
    {
        var bytes = new byte[BlobDocumentStore.MostBytes + 1];
        (await Should.ThrowAsync<DocumentException>(() => Store.PutAsync("a.json", bytes, CancellationToken.None))).Message.ShouldContain("a.json");
        await CreateAsync("a.json", "1");
        await azurite.Clients.Blobs.GetBlobContainerClient(container).GetBlobClient("a.json").UploadAsync(BinaryData.FromBytes(bytes), overwrite: true);

        (await Should.ThrowAsync<DocumentException>(() => FindAsync("a.json"))).Message.ShouldContain($"{bytes.Length} bytes");
    }

    [SkippableFact]
    public void Address_OfADocument_LeadsBackToItAndNowhereElse()
    {
        var uri = Store.UriOf("run/job/attempt-1/ticket.json");

        Store.NameOf(uri).ShouldBe("run/job/attempt-1/ticket.json");
        Should.Throw<DocumentException>(() => Store.NameOf(new("http://169.254.169.254/metadata"))).Message.ShouldContain("no document below");
        Should.Throw<DocumentException>(() => Store.NameOf(new Uri(uri.AbsoluteUri.Replace(container, container + "x", StringComparison.Ordinal))));
        Should.Throw<ArtifactException>(() => Store.NameOf(new Uri(uri + "?sig=secret")));
    }

    private static async Task AddOneAsync(BlobDocumentStore store)
    {
        for (var done = false; !done;)
        {
            var read = (await store.FindAsync("count.json", CancellationToken.None))!;
            done = await store.TryReplaceAsync("count.json", Bytes($"{int.Parse(Text(read)) + 1}"), read.Version, CancellationToken.None);
        }
    }

    private Task<StoredDocument?> FindAsync(string name) => Store.FindAsync(name, CancellationToken.None);

    private Task<bool> CreateAsync(string name, string text) => Store.TryCreateAsync(name, Bytes(text), CancellationToken.None);

    private Task<bool> ReplaceAsync(string name, string text, string version) => Store.TryReplaceAsync(name, Bytes(text), version, CancellationToken.None);

    private async Task<List<string>> ListAsync(string folder) => await Store.ListAsync(folder, CancellationToken.None).ToListAsync();

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static string Text(StoredDocument document) => Encoding.UTF8.GetString(document.Content.Span);
}
