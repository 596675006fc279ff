using System.Text.Json;
using DataEnvGym.Core.Curricula;
using DataEnvGym.Core.Documents;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Json;
using DataEnvGym.Local.Documents;
using DataEnvGym.Local.Engine;
using DataEnvGym.Local.Journal;
using DataEnvGym.Local.Runs;

namespace DataEnvGym.Cli.Hosting;

/// <summary>Runs of curricula in ordinary run folders; a file in the folder says that the run belongs to a curriculum.</summary>
/// <param name="root">The folder that holds all runs.</param>
/// <param name="isMine">Whether this process has taken a run on, though it may not have come to it yet.</param>
/// <param name="begin">Takes a run on; returns at once.</param>
internal sealed class CurriculumFolders(string root, Func<string, bool> isMine, Action<RunFolder> begin) : ICurriculumHost
{
    /// <summary>Where the curricula beside the runs of a folder are written down.</summary>
    public static IDocumentStore Documents(string runs) => new FileDocumentStore(Path.Combine(runs, ".curricula"));

    /// <summary>Which run of a curriculum a folder holds; nothing for an ordinary run.</summary>
    public static async Task<CurriculumRun?> ReadRunAsync(RunFolder folder, CancellationToken cancellationToken)
    {
        if (!File.Exists(folder.Curriculum))
        {
            return null;
        }

        await using var stream = File.OpenRead(folder.Curriculum);
        return await JsonSerializer.DeserializeAsync(stream, CoreJson.Default.CurriculumRun, cancellationToken);
    }

    /// <summary>Runs the run of a curriculum to its end.</summary>
    /// <exception cref="CurriculumRunException">It failed; that is written down.</exception>
    public static async Task<CurriculumOutcome> RunAsync(LocalEngine engine, CurriculumRun run, CancellationToken cancellationToken)
    {
        var outcome = await engine.RunAsync(CurriculumNames.Run, run.Run, run, cancellationToken);
        return outcome.Verdict != CurriculumVerdict.Failed ? outcome : throw new CurriculumRunException($"{run.Run} failed: {outcome.Reason}");
    }

    /// <inheritdoc/>
    public Task<RunStanding> FindAsync(string run, CancellationToken cancellationToken) => Task.FromResult(Find(new RunFolder(root, RunId.Parse(run)), run));

    /// <inheritdoc/>
    public async Task StartAsync(CurriculumRun run, CancellationToken cancellationToken)
    {
        var folder = new RunFolder(root, RunId.Parse(run.Run));
        if (isMine(run.Run) || RunLock.IsHeld(folder))
        {
            return;
        }

        // What stands there already, of a run that was interrupted, is kept: the curriculum may have been changed since.
        Directory.CreateDirectory(folder.FullPath);
        await AtomicFile.TryCreateAsync(
            folder.Curriculum, stream => JsonSerializer.SerializeAsync(stream, run, CoreJson.Default.CurriculumRun, cancellationToken), cancellationToken);
        await AtomicFile.TryCreateAsync(
            folder.Spec, stream => JsonSerializer.SerializeAsync(stream, run.Episode, CoreJson.Default.EpisodeSpec, cancellationToken), cancellationToken);
        begin(folder);
    }

    private RunStanding Find(RunFolder folder, string run)
    {
        if (isMine(run))
        {
            return RunStanding.Running;
        }

        if (!File.Exists(folder.Curriculum))
        {
            // An ordinary run has the name.
            return File.Exists(folder.Spec) ? RunStanding.Ended : RunStanding.Absent;
        }

        if (RunLock.IsHeld(folder))
        {
            return RunStanding.Running;
        }

        var instance = File.Exists(folder.Journal) ? JournalReader.ReadInstances(folder.Journal).FirstOrDefault(instance => instance.Id == run) : null;
        return instance is null or { State: InstanceState.Running } ? RunStanding.Interrupted : RunStanding.Ended;
    }
}

/// <summary>A run of a curriculum failed.</summary>
internal sealed class CurriculumRunException(string message) : Exception(message);
