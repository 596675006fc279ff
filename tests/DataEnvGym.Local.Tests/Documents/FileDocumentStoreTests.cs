using System.Text;
using DataEnvGym.Core.Artifacts;
using DataEnvGym.Local.Documents;

namespace DataEnvGym.Local.Tests.Documents;

public sealed class FileDocumentStoreTests : IDisposable
{
    private const int Writers = 8;
    private readonly TestFolder root = new();
    private readonly FileDocumentStore store;

    public FileDocumentStoreTests() => store = new(root.FullPath);

    public void Dispose() => root.Dispose();

    [Fact]
    public async Task Create_Twice_FirstOneStays()
    {
        (await store.TryCreateAsync("a/b.json", Bytes("first"), default)).ShouldBeTrue();
        (await store.TryCreateAsync("a/b.json", Bytes("second"), default)).ShouldBeFalse();

        (await TextAsync("a/b.json")).ShouldBe("first");
    }

    [Fact]
    public async Task Find_Missing_IsNothing()
    {
        (await store.FindAsync("a.json", default)).ShouldBeNull();
        (await store.FindAsync("no/such/folder.json", default)).ShouldBeNull();
    }

    [Fact]
    public async Task Replace_VersionAsRead_Replaces()
    {
        await store.PutAsync("a.json", Bytes("1"), default);
        var read = await store.FindAsync("a.json", default);

        (await store.TryReplaceAsync("a.json", Bytes("2"), read!.Version, default)).ShouldBeTrue();

        (await TextAsync("a.json")).ShouldBe("2");
        (await store.FindAsync("a.json", default))!.Version.ShouldNotBe(read.Version);
    }

    [Fact]
    public async Task Replace_ChangedOrGoneSince_DoesNothing()
    {
        await store.PutAsync("a.json", Bytes("1"), default);
        var old = (await store.FindAsync("a.json", default))!.Version;
        await store.PutAsync("a.json", Bytes("2"), default);

        (await store.TryReplaceAsync("a.json", Bytes("3"), old, default)).ShouldBeFalse();
        (await TextAsync("a.json")).ShouldBe("2");
        await store.DeleteAsync("a.json", default);
        (await store.TryReplaceAsync("a.json", Bytes("3"), old, default)).ShouldBeFalse();
        (await store.FindAsync("a.json", default)).ShouldBeNull();
    }

    [Fact]
    public async Task Delete_Missing_IsNoError() => await store.DeleteAsync("no/such.json", default);

    [Fact]
    public async Task List_Folder_NamesWhatIsBelowSorted()
    {
        foreach (var name in (string[])["c/b.json", "c/a/1.json", "c/a.json", "d.json", "cc/x.json"])
        {
            await store.PutAsync(name, Bytes("{}"), default);
        }

        (await store.ListAsync("c", default).ToListAsync()).ShouldBe(["c/a.json", "c/a/1.json", "c/b.json"]);
        (await store.ListAsync("nothing", default).ToListAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("../a.json")]
    [InlineData("/etc/passwd")]
    [InlineData("a//b")]
    [InlineData(".lock")]
    [InlineData("a/.tmp-1")]
    [InlineData("A.json")]
    public async Task Name_Unsafe_IsRefused(string name)
    {
        await Should.ThrowAsync<ArtifactException>(() => store.FindAsync(name, default));
        await Should.ThrowAsync<ArtifactException>(() => store.PutAsync(name, Bytes("{}"), default));
        await Should.ThrowAsync<ArtifactException>(() => store.DeleteAsync(name, default));
    }

    [Fact]
    public async Task Create_Racing_OneWins()
    {
        for (var round = 0; round < 20; round++)
        {
            var name = $"race-{round}.json";
            var wins = await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(() => new FileDocumentStore(root.FullPath).TryCreateAsync(name, Bytes($"{writer}"), default))));

            wins.Count(won => won).ShouldBe(1);
            (await TextAsync(name)).ShouldBe($"{wins.IndexOf(true)}");
        }
    }

    // Each writer adds one, again and again, by reading and replacing: an update that is lost would be missing in the sum. Every store has file handles of
    // its own, and with them locks of its own, as another process would.
    [Fact]
    public async Task Replace_RacingCounters_LoseNoUpdate()
    {
        const int each = 25;
        await store.PutAsync("sum.json", Bytes("0"), default);

        await Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => Task.Run(async () =>
        {
            var mine = new FileDocumentStore(root.FullPath);
            for (var done = 0; done < each;)
            {
                var read = (await mine.FindAsync("sum.json", default))!;
                var next = int.Parse(Encoding.UTF8.GetString(read.Content.Span)) + 1;
                done += await mine.TryReplaceAsync("sum.json", Bytes($"{next}"), read.Version, default) ? 1 : 0;
            }
        })));

        (await TextAsync("sum.json")).ShouldBe($"{Writers * each}");
    }

    [Fact]
    public async Task Find_WhileItIsReplaced_SeesWholeDocuments()
    {
        string[] texts = [new('a', 30_000), new('b', 60_000)];
        await store.PutAsync("big.json", Bytes(texts[0]), default);
        var writing = Task.Run(async () =>
        {
            for (var i = 0; i < 200; i++)
            {
                await store.PutAsync("big.json", Bytes(texts[i % 2]), default);
            }
        });
        while (!writing.IsCompleted)
        {
            texts.ShouldContain(await TextAsync("big.json"));
        }

        await writing;
    }

    [Fact]
    public async Task Write_WhileAnotherHoldsTheLock_WaitsForItsTurn()
    {
        var turn = await FolderLock.TakeAsync(root.FullPath, default);
        var writing = store.PutAsync("a.json", Bytes("1"), default);
        writing.IsCompleted.ShouldBeFalse();
        (await store.FindAsync("a.json", default)).ShouldBeNull();

        turn.Dispose();

        await writing.WaitAsync(TimeSpan.FromSeconds(30));
        (await TextAsync("a.json")).ShouldBe("1");
    }

    [Fact]
    public async Task Open_AfterAWriterDied_LeavesNothingOfIt()
    {
        Directory.CreateDirectory(Path.Combine(root.FullPath, "c"));
        var half = Path.Combine(root.FullPath, "c", ".tmp-999999-1-a.json");
        await File.WriteAllTextAsync(half, "{ \"ha");

        var reopened = new FileDocumentStore(root.FullPath);

        File.Exists(half).ShouldBeFalse();
        (await reopened.ListAsync("c", default).ToListAsync()).ShouldBeEmpty();
    }

    private static ReadOnlyMemory<byte> Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private async Task<string> TextAsync(string name) => Encoding.UTF8.GetString((await store.FindAsync(name, default))!.Content.Span);
}
