using DataEnvGym.Core.Episodes;
using DataEnvGym.Local.Runs;

namespace DataEnvGym.Local.Tests.Runs;

public sealed class RunFolderTests : IDisposable
{
    private readonly TestFolder root = new();

    public void Dispose() => root.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("-a")]
    [InlineData("A")]
    [InlineData("a_b")]
    [InlineData("../a")]
    [InlineData("a\n")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public void RunId_FromTextThatIsNone_SaysWhatToUse(string text) =>
        Should.Throw<FormatException>(() => RunId.Parse(text)).Message.ShouldContain($"Run id '{text}' is not valid: use");

    [Fact]
    public void RunId_AtItsLongest_IsRead() => RunId.Parse(new string('a', 63)).Value.Length.ShouldBe(63);

    [Fact]
    public void RunFolder_OfARun_HasTheDocumentedLayout()
    {
        var folder = new RunFolder(root.FullPath, RunId.Parse("math-1"));

        string[] paths = [folder.Journal, folder.Lock, folder.Artifacts, folder.Spec, folder.ReportJson, folder.ReportMarkdown, folder.Curve];
        paths.Select(p => Path.GetRelativePath(root.FullPath, p).Replace('\\', '/')).ShouldBe([
            "math-1/journal.db", "math-1/run.lock", "math-1/artifacts", "math-1/episode.json", "math-1/report.json", "math-1/report.md", "math-1/curve.png"]);
    }

    [Fact]
    public void RunFolders_WithRunsAndOtherThings_ListsTheRunsInOrder()
    {
        foreach (var id in (string[])["b-1", "a-2", "a-1"])
        {
            LocalRun.Open(new RunFolder(root.FullPath, RunId.Parse(id))).Dispose();
        }

        Directory.CreateDirectory(Path.Combine(root.FullPath, "empty"));
        Directory.CreateDirectory(Path.Combine(root.FullPath, "No Run"));

        RunFolders.List(root.FullPath).Select(f => f.Name).ShouldBe(["a-1", "a-2", "b-1"]);
        RunFolders.List(Path.Combine(root.FullPath, "absent")).ShouldBeEmpty();
    }

    [Fact]
    public void NextFree_WithAGap_FillsIt()
    {
        Directory.CreateDirectory(Path.Combine(root.FullPath, "math-1"));
        Directory.CreateDirectory(Path.Combine(root.FullPath, "math-3"));

        RunFolders.NextFree(root.FullPath, "math").Value.ShouldBe("math-2");
        Should.Throw<FormatException>(() => RunFolders.NextFree(root.FullPath, "../x"));
    }
}
