using System.Text.Json;
using DataEnvGym.Core.Artifacts;
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
        var state = ReadState(folder);
        var iterations = new List<TracedIteration>();
        foreach (var record in state?.Iterations ?? [])
        {
            iterations.Add(await WithFilesAsync(folder, TracedIteration.Of(record), cancellationToken));
        }

        if (await ReadRunningAsync(folder, iterations.Count + 1, cancellationToken) is { } running)
        {
            iterations.Add(running);
        }

        return new(spec, state?.Base, iterations, state is { BaseExams: not null } ? state.BestIteration() : 0);
    }

    private static async Task<TracedIteration?> ReadRunningAsync(RunFolder folder, int number, CancellationToken cancellationToken)
    {
        var name = $"iteration-{number:00}";
        var path = Path.Combine(folder.Artifacts, name);

        if (await Newest("examples") is not { } examples || await Describe("observation.json") is not { } observation || await Describe("plan.json") is not { } plan)
        {
            return null;
        }

        var calls = new List<ArtifactRef>();
        foreach (var file in Directory.EnumerateFiles(path, "calls-*.jsonl").Order(StringComparer.Ordinal))
        {
            calls.Add((await Describe(Path.GetFileName(file)))!);
        }

        return await WithFilesAsync(folder, new(number, observation, plan, examples) { Tree = await Describe("tree.json"), Calls = calls }, cancellationToken);

        Task<ArtifactRef?> Describe(string file) => ArtifactFiles.DescribeAsync(folder.Artifacts, $"{name}/{file}", cancellationToken);

        Task<ArtifactRef?> Newest(string kind) => ArtifactFiles.DescribeNewestAsync(folder.Artifacts, name, kind, cancellationToken);
    }

    // What the journal does not name: what was dropped, what judge and student said, and what a person decided.
    private static async Task<TracedIteration> WithFilesAsync(RunFolder folder, TracedIteration iteration, CancellationToken cancellationToken)
    {
        var name = $"iteration-{iteration.Number:00}";
        var verified = new List<VerifiedDrafts>();
        foreach (var findings in ArtifactFiles.Named(folder.Artifacts, name, "findings"))
        {
            if (await Describe(findings) is { } found && await Describe(findings.Replace("findings", "drafts", StringComparison.Ordinal)) is { } drafts)
            {
                verified.Add(new(drafts, found));
            }
        }

        return iteration with { Dropped = await Newest("dropped"), Misses = await Newest("misses"), Verified = verified, Reviews = await Describe("reviews.jsonl") };

        Task<ArtifactRef?> Describe(string file) => ArtifactFiles.DescribeAsync(folder.Artifacts, $"{name}/{file}", cancellationToken);

        Task<ArtifactRef?> Newest(string kind) => ArtifactFiles.DescribeNewestAsync(folder.Artifacts, name, kind, cancellationToken);
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
