using DataEnvGym.Core.Episodes;
using DataEnvGym.Local.Runs;

namespace DataEnvGym.Local.Tests.Runs;

public sealed class RunLockTests : IDisposable
{
    private readonly TestFolder root = new();
    private readonly RunFolder folder;

    public RunLockTests() => folder = new RunFolder(root.FullPath, RunId.Parse("run"));

    public void Dispose() => root.Dispose();

    [Fact]
    public void Acquire_WhileHeld_NamesFolderAndHolder()
    {
        using var first = RunLock.Acquire(folder);

        var error = Should.Throw<RunLockedException>(() => RunLock.Acquire(folder));

        error.HolderProcessId.ShouldBe(Environment.ProcessId);
        error.Message.ShouldContain(folder.FullPath);
        error.Message.ShouldContain($"process {Environment.ProcessId}");
        RunLock.IsHeld(folder).ShouldBeTrue();
    }

    [Fact]
    public void Acquire_AfterRelease_Succeeds()
    {
        RunLock.IsHeld(folder).ShouldBeFalse();
        RunLock.Acquire(folder).Dispose();
        RunLock.IsHeld(folder).ShouldBeFalse();

        using var second = RunLock.Acquire(folder);
        RunLock.IsHeld(folder).ShouldBeTrue();
    }

    [Fact]
    public void Acquire_OverTheFilesOfAKilledProcess_Succeeds()
    {
        Directory.CreateDirectory(folder.FullPath);
        File.WriteAllText(folder.Lock, "");
        File.WriteAllText(folder.Lock + ".pid", "999999");

        using var mine = RunLock.Acquire(folder);

        File.ReadAllText(folder.Lock + ".pid").ShouldBe($"{Environment.ProcessId}");
    }

    [Fact]
    public void LocalRun_WhoseJournalCannotBeOpened_LetsGoOfTheLock()
    {
        Directory.CreateDirectory(folder.FullPath);
        File.WriteAllText(folder.Journal, "This is no database, but it is long enough to be looked at as one by whoever opens it, I think.");

        Should.Throw<Local.Journal.JournalException>(() => LocalRun.Open(folder)).Message.ShouldContain("cannot be opened as a run journal");

        RunLock.IsHeld(folder).ShouldBeFalse();
    }
}
