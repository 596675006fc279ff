using DataEnvGym.Core.Artifacts;
using DataEnvGym.Local.Artifacts;
using DataEnvGym.Local.Engine;
using DataEnvGym.Local.Journal;

namespace DataEnvGym.Local.Runs;

/// <summary>A run that this process works on: its lock, its journal and its artefacts.</summary>
public sealed class LocalRun : IDisposable
{
    private readonly RunLock runLock;
    private readonly SqliteJournal journal;

    private LocalRun(RunFolder folder, RunLock runLock, SqliteJournal journal, IArtifactStore artifacts)
    {
        Folder = folder;
        Artifacts = artifacts;
        this.runLock = runLock;
        this.journal = journal;
    }

    /// <summary>Where its files lie.</summary>
    public RunFolder Folder { get; }

    /// <summary>What it has made.</summary>
    public IArtifactStore Artifacts { get; }

    /// <summary>Opens a run, new or begun, for this process alone.</summary>
    /// <exception cref="RunLockedException">Someone works on it.</exception>
    /// <exception cref="JournalException">Its journal cannot be opened.</exception>
    public static LocalRun Open(RunFolder folder)
    {
        var runLock = RunLock.Acquire(folder);
        try
        {
            return new LocalRun(folder, runLock, SqliteJournal.Open(folder.Journal), FileArtifactStore.Open(folder.Artifacts));
        }
        catch
        {
            runLock.Dispose();
            throw;
        }
    }

    /// <summary>Takes back the failure that a run ended with, so that the next engine tries again what failed and keeps what had succeeded.</summary>
    /// <returns>Whether the run had failed and can be tried again.</returns>
    public bool TakeBackFailures() => journal.TakeBackFailures();

    /// <summary>An engine over the run's journal; one at a time.</summary>
    public LocalEngine CreateEngine(EngineRegistry registry, TimeProvider time, EngineOptions? options = null, IEngineObserver? observer = null) =>
        new(registry, journal, time, options, observer);

    /// <summary>Closes the journal and lets go of the run.</summary>
    public void Dispose()
    {
        journal.Dispose();
        runLock.Dispose();
    }
}
