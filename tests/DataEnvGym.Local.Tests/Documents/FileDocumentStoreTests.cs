using System.Text;
using DataEnvGym.Core.Artifacts;
using DataEnvGym.Local.Documents;

namespace DataEnvGym.Local.Tests.Documents;

public sealed class FileDocumentStoreTests : IDisposable
{
    private readonly TestFolder folder = new();

    private FileDocumentStore Store => new(Path.Combine(folder.FullPath, "documents"));

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Find_NoDocument_IsNothing() => (await Store.FindAsync("a/b.json", default)).ShouldBeNull();

    [Fact]
    public async Task TryCreate_Twice_FirstStays()
    {
        (await Store.TryCreateAsync("a/b.json", "1"u8.ToArray(), default)).ShouldBeTrue();
        (await Store.TryCreateAsync("a/b.json", "2"u8.ToArray(), default)).ShouldBeFalse();

        (await TextAsync("a/b.json")).ShouldBe("1");
    }

    [Fact]
    public async Task TryReplace_OtherVersion_ChangesNothing()
    {
        await Store.PutAsync("a.json", "1"u8.ToArray(), default);
        var first = (await Store.FindAsync("a.json", default))!.Version;

        (await Store.TryReplaceAsync("a.json", "2"u8.ToArray(), first, default)).ShouldBeTrue();
        (await Store.TryReplaceAsync("a.json", "3"u8.ToArray(), first, default)).ShouldBeFalse();
        (await Store.TryReplaceAsync("b.json", "3"u8.ToArray(), first, default)).ShouldBeFalse();

        (await TextAsync("a.json")).ShouldBe("2");
        (await Store.FindAsync("b.json", default)).ShouldBeNull();
    }

    [Fact]
    public async Task TryReplace_ManyAtOnce_LosesNoChange()
    {
        await Store.PutAsync("count.json", "0"u8.ToArray(), default);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            for (var done = 0; done < 25;)
            {
                var found = (await Store.FindAsync("count.json", default))!;
                var next = Encoding.UTF8.GetBytes($"{int.Parse(Encoding.UTF8.GetString(found.Content.Span)) + 1}");
                done += await Store.TryReplaceAsync("count.json", next, found.Version, default) ? 1 : 0;
            }
        })));

        (await TextAsync("count.json")).ShouldBe("100");
    }

    [Fact]
    public async Task List_Folder_NamesItsDocumentsAlone()
    {
        foreach (var name in (string[])["a/2.json", "a/b/1.json", "ab/3.json"])
        {
            await Store.PutAsync(name, "{}"u8.ToArray(), default);
        }

        await Store.DeleteAsync("ab/3.json", default);
        await Store.DeleteAsync("ab/4.json", default);

        (await Store.ListAsync("a", default).ToListAsync()).ShouldBe(["a/2.json", "a/b/1.json"]);
        (await Store.ListAsync("ab", default).ToListAsync()).ShouldBeEmpty();
        (await Store.ListAsync("none", default).ToListAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("../a.json")]
    [InlineData("/a.json")]
    [InlineData("a//b.json")]
    [InlineData(".lock")]
    public async Task Any_NameThatPointsOut_IsRefused(string name)
    {
        await Should.ThrowAsync<ArtifactException>(() => Store.FindAsync(name, default));
        await Should.ThrowAsync<ArtifactException>(() => Store.PutAsync(name, default, default));
        await Should.ThrowAsync<ArtifactException>(() => Store.DeleteAsync(name, default));
    }

    private async Task<string?> TextAsync(string name) => await Store.FindAsync(name, default) is { } found ? Encoding.UTF8.GetString(found.Content.Span) : null;
}
