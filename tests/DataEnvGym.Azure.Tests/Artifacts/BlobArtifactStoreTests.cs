using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using DataEnvGym.Azure.Artifacts;
using DataEnvGym.Core.Artifacts;

namespace DataEnvGym.Azure.Tests.Artifacts;

[Collection(AzuriteCollection.Name)]
public sealed class BlobArtifactStoreTests(AzuriteFixture azurite)
{
    private readonly string run = Names.Fresh("run");

    private IArtifactStore Store => new BlobArtifactStores(azurite.Clients).Open(run);

    private BlobContainerClient Container => azurite.Clients.Blobs.GetBlobContainerClient("artifacts");

    [SkippableFact]
    public async Task Write_ThenRead_GivesTheBytesAndTheirHash()
    {
        var artifact = await Store.WriteTextAsync("iteration-01/a.txt", "hello");

        artifact.ShouldBe(new ArtifactRef("iteration-01/a.txt", 5, 1, "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"));
        (await Store.ReadTextAsync(artifact)).ShouldBe("hello");
        (await NamesAsync()).ShouldBe([$"{run}/iteration-01/a.txt"]);
        var properties = (await Container.GetBlobClient($"{run}/iteration-01/a.txt").GetPropertiesAsync()).Value;
        properties.Metadata["sha256"].ShouldBe(artifact.Sha256);
        properties.Metadata["count"].ShouldBe("1");
        properties.ContentType.ShouldBe("text/plain; charset=utf-8");
    }

    [SkippableFact]
    public async Task Write_OfNothing_IsAnArtefactOfNoBytes()
    {
        var artifact = await Store.WriteAsync("empty.jsonl", (_, _) => Task.FromResult(0), CancellationToken.None);

        artifact.ShouldBe(new ArtifactRef("empty.jsonl", 0, 0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
        (await Store.ReadTextAsync(artifact)).ShouldBe("");
    }

    [SkippableFact]
    public async Task Write_WhoseWriterClosesTheStream_IsWhole()
    {
        var artifact = await Store.WriteAsync(
            "closed.txt",
            async (stream, token) =>
            {
                await using var writer = new StreamWriter(stream);
                await writer.WriteAsync("hello".AsMemory(), token);
                return 1;
            },
            CancellationToken.None);

        (await Store.ReadTextAsync(artifact)).ShouldBe("hello");
    }

    [SkippableTheory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("../other-run/a")]
    [InlineData("a/../b")]
    [InlineData("/a")]
    [InlineData("a//b")]
    [InlineData("a/")]
    [InlineData("a\\b")]
    [InlineData("A")]
    [InlineData("a%2fb")]
    [InlineData("a?comp=list")]
    [InlineData("a#b")]
    [InlineData("a\0b")]
    [InlineData("a~b")]
    public async Task Name_ThatIsHostile_IsRefusedForWritingReadingAndDeleting(string name)
    {
        var reference = new ArtifactRef(name, 1, 1, new string('0', 64));

        (await Should.ThrowAsync<ArtifactException>(() => Store.WriteTextAsync(name, "x"))).Message.ShouldContain("no artefact name");
        await Should.ThrowAsync<ArtifactException>(() => Store.ReadTextAsync(reference));
        await Should.ThrowAsync<ArtifactException>(() => Store.DeleteAsync(reference, CancellationToken.None));
    }

    [SkippableTheory]
    [InlineData("")]
    [InlineData("../artifacts")]
    [InlineData("a/b")]
    [InlineData("A")]
    public void Run_ThatIsHostile_IsRefused(string hostile) =>
        Should.Throw<ArtifactException>(() => new BlobArtifactStores(azurite.Clients).Open(hostile)).Message.ShouldContain("no run id");

    [SkippableFact]
    public async Task Reference_WithAHashThatIsAPath_IsRefused()
    {
        await Store.WriteTextAsync("a", "x");

        (await Should.ThrowAsync<ArtifactException>(() => Store.ReadTextAsync(new("a", 1, 1, "/../../secret")))).Message.ShouldContain("64 lower-case");
    }

    [SkippableFact]
    public async Task Read_OfADamagedBlob_NamesItAndBothHashes()
    {
        var artifact = await Store.WriteTextAsync("a.txt", "hello");
        await DamageAsync("a.txt", "hullo", artifact);

        var error = await Should.ThrowAsync<ArtifactException>(() => Store.ReadTextAsync(artifact));
        error.Message.ShouldContain("a.txt is damaged");
        error.Message.ShouldContain(artifact.Sha256);
        error.Message.ShouldContain("7835066a1457504217688c8f5d06909c6591e0ca78c254ccf17450d0d999cab0");
    }

    [SkippableFact]
    public async Task Read_OfABlobCutShort_SaysThatItIsDamaged()
    {
        var artifact = await Store.WriteTextAsync("a.txt", "hello");
        await DamageAsync("a.txt", "hell", artifact);

        (await Should.ThrowAsync<ArtifactException>(() => Store.ReadTextAsync(artifact))).Message.ShouldContain("4 bytes");
    }

    [SkippableFact]
    public async Task Read_OfAMissingBlob_SaysSo() =>
        (await Should.ThrowAsync<ArtifactException>(() => Store.ReadTextAsync(new("a.txt", 5, 1, new string('0', 64))))).Message.ShouldContain("a.txt is missing");

    [SkippableFact]
    public async Task Write_OfTheSameContentTwice_IsOneBlob()
    {
        (await Store.WriteTextAsync("a.txt", "hello")).ShouldBe(await Store.WriteTextAsync("a.txt", "hello"));
        (await NamesAsync()).Count.ShouldBe(1);
    }

    [SkippableFact]
    public async Task Write_OfAnotherContentUnderTheName_LeavesBothReadable()
    {
        var first = await Store.WriteTextAsync("a.txt", "first");
        var second = await Store.WriteTextAsync("a.txt", "second");
        (await Store.WriteTextAsync("a.txt", "second")).ShouldBe(second);

        (await Store.ReadTextAsync(first)).ShouldBe("first");
        (await Store.ReadTextAsync(second)).ShouldBe("second");
        (await NamesAsync()).ShouldBe([$"{run}/a.txt", $"{run}/a.txt~{second.Sha256}"]);
    }

    [SkippableFact]
    public async Task Write_ThatFailsOrIsCancelled_LeavesNothing()
    {
        using var stop = new CancellationTokenSource();

        await Should.ThrowAsync<IOException>(() => Store.WriteAsync("a", (_, _) => throw new IOException("no"), CancellationToken.None));
        await Should.ThrowAsync<OperationCanceledException>(() => Store.WriteAsync(
            "a",
            async (stream, _) =>
            {
                await stream.WriteAsync("half"u8.ToArray(), CancellationToken.None);
                await stop.CancelAsync();
                return 1;
            },
            stop.Token));

        (await NamesAsync()).ShouldBeEmpty();
    }

    [SkippableFact]
    public async Task Write_ByManyAtOnce_EndsInWholeBlobsThatMatchTheirReferences()
    {
        var artifacts = await Task.WhenAll(Enumerable.Range(0, 24).Select(i => Store.WriteTextAsync("same.txt", new string((char)('a' + (i % 3)), 10_000))));

        foreach (var artifact in artifacts)
        {
            (await Store.ReadTextAsync(artifact)).Length.ShouldBe(10_000);
        }

        artifacts.Distinct().Count().ShouldBe(3);
        (await NamesAsync()).Count.ShouldBe(3);
    }

    // A worker in another language may store its results without our metadata.
    [SkippableFact]
    public async Task Blob_WithoutMetadata_IsReadAndFoundByWhatItHolds()
    {
        var artifact = await Store.WriteTextAsync("a.txt", "hello");
        await Container.GetBlobClient($"{run}/a.txt").UploadAsync(BinaryData.FromString("hello"), overwrite: true);

        (await Store.ReadTextAsync(artifact)).ShouldBe("hello");
        (await Store.WriteTextAsync("a.txt", "hello")).ShouldBe(artifact);
        (await NamesAsync()).Count.ShouldBe(1);
        var other = await Store.WriteTextAsync("a.txt", "world");
        (await Store.ReadTextAsync(other)).ShouldBe("world");
    }

    [SkippableFact]
    public async Task Delete_OfOneOfTwoContents_LeavesTheOther()
    {
        var first = await Store.WriteTextAsync("a.txt", "first");
        var second = await Store.WriteTextAsync("a.txt", "second");

        await Store.DeleteAsync(second, CancellationToken.None);
        await Store.DeleteAsync(second, CancellationToken.None);
        (await Store.ReadTextAsync(first)).ShouldBe("first");

        await Store.DeleteAsync(first, CancellationToken.None);
        await Store.DeleteAsync(first, CancellationToken.None);
        (await NamesAsync()).ShouldBeEmpty();
    }

    private async Task DamageAsync(string name, string text, ArtifactRef artifact) => await Container.GetBlobClient($"{run}/{name}").UploadAsync(
        BinaryData.FromString(text), new BlobUploadOptions { Metadata = BlobContent.Metadata(artifact) });

    private async Task<List<string>> NamesAsync()
    {
        var names = new List<string>();
        await foreach (var blob in Container.GetBlobsAsync(default, default, $"{run}/", default))
        {
            names.Add(blob.Name);
        }

        return names;
    }
}
