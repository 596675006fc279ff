using System.Text;
using DataEnvGym.Core.Artifacts;
using DataEnvGym.Local.Artifacts;

namespace DataEnvGym.Local.Tests.Artifacts;

public sealed class FileRunFilesTests : IDisposable
{
    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("dataenvgym-files-");
    private readonly FileRunFiles files;

    public FileRunFilesTests() => files = new(root.FullName);

    public void Dispose() => root.Delete(recursive: true);

    [Fact]
    public async Task List_Run_HasItsArtefactsByNameWithoutSecondContents()
    {
        await WriteAsync("run-1", "report.json", "{}");
        await WriteAsync("run-1", "iteration-01/examples.jsonl", "one");
        await WriteAsync("run-1", "iteration-01/examples.jsonl", "another");
        await WriteAsync("run-2", "other.json", "{}");

        var listed = await files.ListAsync("run-1", default).ToListAsync();

        listed.Select(file => (file.Name, file.Length)).ShouldBe([("iteration-01/examples.jsonl", 3), ("report.json", 2)]);
    }

    [Fact]
    public async Task OpenRead_Artefact_CanBeSoughtIn()
    {
        await WriteAsync("run-1", "iteration-01/plan.json", "0123456789");

        var found = (await files.OpenReadAsync("run-1", "iteration-01/plan.json", default))!;

        await using var content = found.Content;
        found.File.Length.ShouldBe(10);
        content.Seek(5, SeekOrigin.Begin);
        (await new StreamReader(content).ReadToEndAsync()).ShouldBe("56789");
    }

    [Fact]
    public async Task Run_WithoutArtefacts_HasNoFilesAndIsNotMade()
    {
        (await files.ListAsync("run-1", default).ToListAsync()).ShouldBeEmpty();
        (await files.OpenReadAsync("run-1", "report.json", default)).ShouldBeNull();
        await files.DeleteAsync("run-1", default);
        root.EnumerateFileSystemInfos().ShouldBeEmpty();
    }

    [Fact]
    public async Task Delete_Run_LeavesOthers()
    {
        await WriteAsync("run-1", "report.json", "{}");
        await WriteAsync("run-2", "report.json", "{}");

        await files.DeleteAsync("run-1", default);

        (await files.ListAsync("run-1", default).ToListAsync()).ShouldBeEmpty();
        (await files.ListAsync("run-2", default).ToListAsync()).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("run-1", "../run-2/report.json")]
    [InlineData("run-1", "/etc/passwd")]
    [InlineData("..", "report.json")]
    [InlineData("run-1/..", "report.json")]
    public async Task OpenRead_MalformedRunOrName_IsRefused(string run, string name) =>
        await Should.ThrowAsync<ArtifactException>(() => files.OpenReadAsync(run, name, default));

    private Task<ArtifactRef> WriteAsync(string run, string name, string text) => new FileArtifactStores(root.FullName).Open(run).WriteAsync(
        name,
        async (stream, token) =>
        {
            await stream.WriteAsync(Encoding.UTF8.GetBytes(text), token);
            return 1;
        },
        default);
}
