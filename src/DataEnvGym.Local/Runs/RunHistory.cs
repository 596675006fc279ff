using System.Text.Json;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Json;
using DataEnvGym.Core.Traces;
using DataEnvGym.Local.Artifacts;
using DataEnvGym.Local.Journal;

namespace DataEnvGym.Local.Runs;

/// <summary>Reads what a run has done so far from its journal, whether or not a process works on it.</summary>
public static class RunHistory
{
    /// <summary>The state of a run's episode: at its end, or after the newest iteration that is finished; nothing if it never began.</summary>
    /// <exception cref="JournalException">The journal cannot be read, or another version of the program wrote it.</exception>
    public static EpisodeState? ReadState(RunFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        try
        {
            return FindState(folder);
        }
        catch (JsonException error)
        {
            throw new JournalException($"{folder.Name} was made by another version of the program, which wrote its journal in another way; use that version to read it.", error);
        }
    }

    /// <summary>What a trace is read from, an iteration under way included as soon as it has examples.</summary>
    /// <param name="folder">The run.</param>
    /// <param name="spec">Its spec.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static async Task<TracedRun> ReadAsync(RunFolder folder, EpisodeSpec spec, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(spec);
        var names = Directory.Exists(folder.Artifacts)
            ? Directory.EnumerateFiles(folder.Artifacts, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder.Artifacts, file).Replace(Path.DirectorySeparatorChar, '/'))
            : [];
        return await new TracedRunReader([.. names], (name, token) => ArtifactFiles.DescribeAsync(folder.Artifacts, name, token)).ReadAsync(spec, ReadState(folder), cancellationToken);
    }

    private static EpisodeState? FindState(RunFolder folder)
    {
        var records = File.Exists(folder.Journal) ? JournalReader.ReadRecords(folder.Journal) : [];
        if (records.FirstOrDefault(record => record.Workflow == EpisodeNames.Episode.Name) is not { } episode)
        {
            return null;
        }

        if (episode is { State: InstanceState.Completed, Result: { } result })
        {
            return JsonSerializer.Deserialize(result, CoreJson.Default.EpisodeOutcome)!.State ?? throw new JsonException("It has no state.");
        }

        // An iteration may have ended without its episode having taken note of it.
        var state = JsonSerializer.Deserialize(episode.Input, CoreJson.Default.EpisodeState)!;
        var next = $"{episode.Id}/{EpisodeNames.IterationInstance(state.Iterations.Count + 1)}";
        return records.FirstOrDefault(record => record.Id == next) is { State: InstanceState.Completed, Result: { } iteration }
            ? state with { Iterations = [.. state.Iterations, JsonSerializer.Deserialize(iteration, CoreJson.Default.IterationRecord)!] }
            : state;
    }
}
