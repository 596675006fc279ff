using System.Text;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using DataEnvGym.Azure.Artifacts;
using DataEnvGym.Azure.Documents;
using DataEnvGym.Azure.Runs;
using DataEnvGym.Azure.Storage;
using DataEnvGym.Azure.Tests.Artifacts;
using DataEnvGym.Core.Artifacts;

namespace DataEnvGym.Azure.Tests.Runs;

[Collection(AzuriteCollection.Name)]
public sealed class BlobRunsTests(AzuriteFixture azurite)
{
    private readonly string run = Names.Fresh("run");

    private BlobRuns Runs => new(azurite.Clients);

    private IArtifactStore Store => new BlobArtifactStores(azurite.Clients).Open(run);

    [SkippableFact]
    public async Task List_OfARun_NamesItsArtefactsWithoutSecondContents()
    {
        await Store.WriteTextAsync("b/a.txt", "first");
        await Store.WriteTextAsync("b/a.txt", "second");
        await Store.WriteTextAsync("a", "x");
        await new BlobArtifactStores(azurite.Clients).Open(run + "-2").WriteTextAsync("c", "other run");

        var files = await Runs.ListAsync(run, CancellationToken.None).ToListAsync();

        files.Select(file => (file.Name, file.Length)).ShouldBe([("a", 1L), ("b/a.txt", 5L)]);
        files.ShouldAllBe(file => file.Modified > DateTimeOffset.UtcNow.AddHours(-1));
    }

    [SkippableFact]
    public async Task Open_OfAnArtefact_ReadsAnyRangeOfIt()
    {
        var bytes = Enumerable.Range(0, 3_000_000).Select(i => (byte)(i * 31 >> 3)).ToArray();
        await Store.WriteBytesAsync("checkpoint.json", bytes);

        var opened = (await Runs.OpenReadAsync(run, "checkpoint.json", CancellationToken.None))!;

        await using var content = opened.Content;
        (opened.File.Name, opened.File.Length, content.Length).ShouldBe(("checkpoint.json", bytes.Length, bytes.Length));
        content.Seek(-1_500_000, SeekOrigin.End);
        var range = new byte[700_000];
        await content.ReadExactlyAsync(range);
        range.AsSpan().SequenceEqual(bytes.AsSpan(1_500_000, 700_000)).ShouldBeTrue();
        (await Runs.OpenReadAsync(run, "b", CancellationToken.None)).ShouldBeNull();
    }

    [SkippableTheory]
    [InlineData("../other/a")]
    [InlineData("a~b")]
    [InlineData("a~../../x")]
    [InlineData("a?comp=list")]
    public Task Name_ThatIsHostile_IsRefused(string name) =>
        Should.ThrowAsync<ArtifactException>(() => Runs.OpenReadAsync(run, name, CancellationToken.None));

    [SkippableTheory]
    [InlineData("")]
    [InlineData("../jobs")]
    [InlineData("a/b")]
    public async Task Run_ThatIsHostile_IsRefused(string hostile)
    {
        using var folder = new TestFolder();
        await Should.ThrowAsync<ArtifactException>(() => Runs.DeleteAsync(hostile, CancellationToken.None));
        await Should.ThrowAsync<ArtifactException>(() => Runs.MirrorAsync(hostile, folder.FullPath, CancellationToken.None));
        await Should.ThrowAsync<ArtifactException>(() => Runs.OpenReadAsync(hostile, "a", CancellationToken.None));
        await Should.ThrowAsync<ArtifactException>(async () => await Runs.ListAsync(hostile, CancellationToken.None).ToListAsync());
    }

    [SkippableFact]
    public async Task Mirror_OfARun_HasTheFilesOfALocalOne()
    {
        using var folder = new TestFolder();
        await Store.WriteTextAsync("iteration-01/a.txt", "first");
        var second = await Store.WriteTextAsync("iteration-01/a.txt", "second");
        await Store.WriteTextAsync("empty", "");
        Directory.CreateDirectory(folder.At("iteration-01"));
        // One is there from before, one has since been cut short.
        await File.WriteAllTextAsync(folder.At("iteration-01/a.txt"), "first");
        var before = File.GetLastWriteTimeUtc(folder.At("iteration-01/a.txt"));
        await File.WriteAllTextAsync(folder.At($"iteration-01/a.txt~{second.Sha256}"), "sec");

        (await Runs.MirrorAsync(run, folder.FullPath, CancellationToken.None)).ShouldBe(3);

        Files(folder).ShouldBe(["empty", "iteration-01/a.txt", $"iteration-01/a.txt~{second.Sha256}"]);
        (await File.ReadAllTextAsync(folder.At($"iteration-01/a.txt~{second.Sha256}"))).ShouldBe("second");
        File.GetLastWriteTimeUtc(folder.At("iteration-01/a.txt")).ShouldBe(before);
    }

    [SkippableFact]
    public async Task Mirror_OfADamagedArtefact_FailsAndLeavesNoFile()
    {
        using var folder = new TestFolder();
        var artifact = await Store.WriteTextAsync("a.txt", "hello");
        await Container("artifacts").GetBlobClient($"{run}/a.txt").UploadAsync(BinaryData.FromString("hullo"), new BlobUploadOptions { Metadata = BlobContent.Metadata(artifact) });

        (await Should.ThrowAsync<ArtifactException>(() => Runs.MirrorAsync(run, folder.FullPath, CancellationToken.None))).Message.ShouldContain("damaged");
        Files(folder).ShouldBeEmpty();
    }

    [SkippableTheory]
    [InlineData("c:escaped.txt")]
    [InlineData("a\\..\\escaped.txt")]
    [InlineData("escaped.txt ")]
    [InlineData(".tmp-escaped")]
    [InlineData("a~../escaped")]
    public async Task Mirror_OfABlobWhoseNameIsNoArtefacts_IsRefused(string name)
    {
        using var folder = new TestFolder();
        await Store.WriteTextAsync("a.txt", "hello");
        // As somebody else with access to the account might write it.
        await Container("artifacts").GetBlobClient($"{run}/{name}").UploadAsync(BinaryData.FromString("evil"));

        await Should.ThrowAsync<ArtifactException>(() => Runs.MirrorAsync(run, folder.At("in/side"), CancellationToken.None));
        Files(folder).ShouldNotContain(file => file.Contains("escaped", StringComparison.Ordinal));
    }

    [SkippableFact]
    public async Task Delete_OfARun_TakesItsArtefactsAndJobsAndNoOthers()
    {
        await Store.WriteTextAsync("a", "x");
        await Store.WriteTextAsync("b/c", "x");
        var neighbour = new BlobArtifactStores(azurite.Clients).Open(run + "-2");
        var kept = await neighbour.WriteTextAsync("a", "x");
        var jobs = new BlobDocumentStore(azurite.Clients, StorageNames.Jobs);
        await jobs.PutAsync($"{run}/train.a/attempt-1/ticket.json", Encoding.UTF8.GetBytes("{}"), CancellationToken.None);

        await Runs.DeleteAsync(run, CancellationToken.None);
        await Runs.DeleteAsync(run, CancellationToken.None);

        (await Runs.ListAsync(run, CancellationToken.None).ToListAsync()).ShouldBeEmpty();
        (await jobs.ListAsync(run, CancellationToken.None).ToListAsync()).ShouldBeEmpty();
        (await neighbour.ReadTextAsync(kept)).ShouldBe("x");
    }

    private BlobContainerClient Container(string name) => azurite.Clients.Blobs.GetBlobContainerClient(name);

    private static List<string> Files(TestFolder folder) =>
        [.. Directory.EnumerateFiles(folder.FullPath, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None })
            .Select(file => Path.GetRelativePath(folder.FullPath, file).Replace('\\', '/')).Order(StringComparer.Ordinal)];
}
