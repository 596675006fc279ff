using System.Text;
using DataEnvGym.Core.Artifacts;
using DataEnvGym.Local.Artifacts;

namespace DataEnvGym.Local.Tests.Artifacts;

public sealed class FileArtifactStoreTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Write_ThenRead_GivesTheBytesAndTheirHash()
    {
        var store = FileArtifactStore.Open(folder.FullPath);

        var artifact = await WriteAsync(store, "iteration-01/a.txt", "hello");

        artifact.ShouldBe(new ArtifactRef("iteration-01/a.txt", 5, 1, "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"));
        (await ReadAsync(store, artifact)).ShouldBe("hello");
        Files().ShouldBe(["iteration-01/a.txt"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("../a")]
    [InlineData("a/../b")]
    [InlineData("/etc/passwd")]
    [InlineData("a//b")]
    [InlineData("a/")]
    [InlineData("a\\b")]
    [InlineData("A")]
    [InlineData(".hidden")]
    [InlineData("a/.tmp-x")]
    [InlineData("a\n")]
    [InlineData("a\0b")]
    [InlineData("c:a")]
    [InlineData("a~b")]
    public async Task Name_ThatIsHostile_IsRefusedForWritingAndReading(string name)
    {
        var store = FileArtifactStore.Open(folder.FullPath);

        (await Should.ThrowAsync<ArtifactException>(() => WriteAsync(store, name, "x"))).Message.ShouldContain("no artefact name");
        await Should.ThrowAsync<ArtifactException>(() => ReadAsync(store, new ArtifactRef(name, 1, 1, new string('0', 64))));
        Files().ShouldBeEmpty();
    }

    [Fact]
    public async Task Name_ThatIsTooLong_IsRefused()
    {
        var store = FileArtifactStore.Open(folder.FullPath);

        await Should.ThrowAsync<ArtifactException>(() => WriteAsync(store, new string('a', 161), "x"));
        await WriteAsync(store, new string('a', 160), "x");
        // The longest name must also leave room for the hash of a second content.
        await WriteAsync(store, new string('a', 160), "y");
    }

    [Fact]
    public async Task Reference_WithAHashThatIsAPath_IsRefused()
    {
        var store = FileArtifactStore.Open(folder.FullPath);
        await WriteAsync(store, "a", "x");

        (await Should.ThrowAsync<ArtifactException>(() => ReadAsync(store, new ArtifactRef("a", 1, 1, "/../../secret")))).Message.ShouldContain("64 lower-case");
    }

    [Fact]
    public async Task Read_OfADamagedFile_NamesItAndBothHashes()
    {
        var artifact = await WriteAsync(FileArtifactStore.Open(folder.FullPath), "a.txt", "hello");
        File.WriteAllText(Path.Combine(folder.FullPath, "a.txt"), "hullo");

        var error = await Should.ThrowAsync<ArtifactException>(() => ReadAsync(FileArtifactStore.Open(folder.FullPath), artifact));
        error.Message.ShouldContain("a.txt is damaged");
        error.Message.ShouldContain(artifact.Sha256);
    }

    [Fact]
    public async Task Read_OfAFileCutShortAfterItsCheck_IsNoticed()
    {
        var store = FileArtifactStore.Open(folder.FullPath);
        var artifact = await WriteAsync(store, "a.txt", "hello");
        await ReadAsync(store, artifact);
        File.WriteAllText(Path.Combine(folder.FullPath, "a.txt"), "hell");

        await Should.ThrowAsync<ArtifactException>(() => ReadAsync(store, artifact));
    }

    [Fact]
    public async Task Read_OfAMissingFile_SaysSo()
    {
        var store = FileArtifactStore.Open(folder.FullPath);

        (await Should.ThrowAsync<ArtifactException>(() => ReadAsync(store, new ArtifactRef("a.txt", 5, 1, new string('0', 64))))).Message
            .ShouldContain("a.txt is missing");
    }

    [Fact]
    public async Task Write_OfTheSameContentTwice_IsOneFile()
    {
        var store = FileArtifactStore.Open(folder.FullPath);

        (await WriteAsync(store, "a.txt", "hello")).ShouldBe(await WriteAsync(store, "a.txt", "hello"));
        Files().ShouldBe(["a.txt"]);
    }

    [Fact]
    public async Task Write_OfAnotherContentUnderTheName_LeavesBothReadable()
    {
        var store = FileArtifactStore.Open(folder.FullPath);
        var first = await WriteAsync(store, "a.txt", "first");
        var second = await WriteAsync(store, "a.txt", "second");
        (await WriteAsync(store, "a.txt", "second")).ShouldBe(second);

        (await ReadAsync(store, first)).ShouldBe("first");
        (await ReadAsync(store, second)).ShouldBe("second");
        Files().Count.ShouldBe(2);
    }

    [Fact]
    public async Task Write_ThatFailsOrIsCancelled_LeavesNothing()
    {
        var store = FileArtifactStore.Open(folder.FullPath);
        using var stop = new CancellationTokenSource();

        await Should.ThrowAsync<IOException>(() => store.WriteAsync("a", (stream, _) => throw new IOException("no"), CancellationToken.None));
        await Should.ThrowAsync<OperationCanceledException>(() => store.WriteAsync(
            "a",
            async (stream, token) =>
            {
                await stream.WriteAsync("half"u8.ToArray(), CancellationToken.None);
                await stop.CancelAsync();
                return 1;
            },
            stop.Token));

        Files().ShouldBeEmpty();
    }

    [Fact]
    public async Task Open_AfterACrashBeforeTheRename_SweepsTheLeftoverAndAllowsTheName()
    {
        byte[] left = [];
        var store = FileArtifactStore.Open(folder.FullPath, temp =>
        {
            left = File.ReadAllBytes(temp);
            throw new InvalidOperationException("died");
        });
        await Should.ThrowAsync<InvalidOperationException>(() => WriteAsync(store, "deep/a.txt", "hello"));
        left.ShouldBe("hello"u8.ToArray());
        // What a killed process leaves: the temporary file, unlocked.
        File.WriteAllBytes(Path.Combine(folder.FullPath, "deep", ".tmp-1-1-a.txt"), left);

        var next = FileArtifactStore.Open(folder.FullPath);

        Files().ShouldBeEmpty();
        (await ReadAsync(next, await WriteAsync(next, "deep/a.txt", "hello"))).ShouldBe("hello");
    }

    [Fact]
    public async Task Open_WhileAnotherStoreWrites_LeavesItsWriteAlone()
    {
        var store = FileArtifactStore.Open(folder.FullPath, _ => FileArtifactStore.Open(folder.FullPath));

        (await ReadAsync(store, await WriteAsync(store, "a.txt", "hello"))).ShouldBe("hello");
    }

    [Fact]
    public async Task Write_ByManyAtOnce_EndsInWholeFilesThatMatchTheirReferences()
    {
        var store = FileArtifactStore.Open(folder.FullPath);

        var artifacts = await Task.WhenAll(Enumerable.Range(0, 32).Select(i => Task.Run(() => WriteAsync(store, "same.txt", new string((char)('a' + (i % 2)), 10_000)))));

        foreach (var artifact in artifacts)
        {
            (await ReadAsync(store, artifact)).Length.ShouldBe(10_000);
        }

        artifacts.Distinct().Count().ShouldBe(2);
        Files().Count.ShouldBe(2);
    }

    // What is referred to never changes: a name that two find free at the same moment goes to one of them.
    [Fact]
    public async Task Write_AllAtTheSameMoment_LosesNothing()
    {
        const int Writers = 6;
        using var barrier = new Barrier(Writers);
        var store = FileArtifactStore.Open(folder.FullPath, _ => barrier.SignalAndWait());
        for (var turn = 0; turn < 60; turn++)
        {
            var name = $"same-{turn}.txt";
            var artifacts = await Task.WhenAll(Enumerable.Range(0, Writers).Select(
                writer => Task.Factory.StartNew(() => WriteAsync(store, name, $"{writer}").GetAwaiter().GetResult(), TaskCreationOptions.LongRunning)));

            for (var writer = 0; writer < Writers; writer++)
            {
                (await ReadAsync(store, artifacts[writer])).ShouldBe($"{writer}");
            }
        }

        Files().Count.ShouldBe(60 * Writers);
    }

    private static Task<ArtifactRef> WriteAsync(FileArtifactStore store, string name, string text) => store.WriteAsync(
        name,
        async (stream, token) =>
        {
            await stream.WriteAsync(Encoding.UTF8.GetBytes(text), token);
            return 1;
        },
        CancellationToken.None);

    private static async Task<string> ReadAsync(FileArtifactStore store, ArtifactRef artifact)
    {
        using var reader = new StreamReader(await store.OpenReadAsync(artifact, CancellationToken.None));
        return await reader.ReadToEndAsync();
    }

    private List<string> Files() =>
        [.. Directory.EnumerateFiles(folder.FullPath, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None })
            .Select(f => Path.GetRelativePath(folder.FullPath, f).Replace('\\', '/')).Order()];
}
