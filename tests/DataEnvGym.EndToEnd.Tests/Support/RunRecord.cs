using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using DataEnvGym.Core.Artifacts;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Json;
using DataEnvGym.Core.Teachers;
using DataEnvGym.Core.Workflows;
using DataEnvGym.Local.Artifacts;
using DataEnvGym.Local.Journal;
using DataEnvGym.Local.Runs;

namespace DataEnvGym.EndToEnd.Tests.Support;

/// <summary>What a run has left: its journal and its artefacts.</summary>
internal sealed class RunRecord(RunFolder folder)
{
    private readonly FileArtifactStore store = FileArtifactStore.Open(folder.Artifacts);

    /// <summary>The state that the report was made from.</summary>
    public EpisodeState FinalState() => Calls(EpisodeNames.Report).Single().Input.State;

    /// <summary>Input and output of every completed call of an activity, iteration by iteration.</summary>
    public List<(TIn Input, TOut Output)> Calls<TIn, TOut>(ActivityName<TIn, TOut> activity)
    {
        var calls = new List<(TIn, TOut)>();
        foreach (var history in Histories())
        {
            var completed = history.Where(row => row.Kind == HistoryKind.ActivityCompleted).ToDictionary(row => row.Step);
            calls.AddRange(history
                .Where(row => row.Kind == HistoryKind.ActivityScheduled && row.Name == activity.Name && completed.ContainsKey(row.Step))
                .Select(row => (Read(row, activity.Input), Read(completed[row.Step], activity.Output))));
        }

        return calls;
    }

    /// <summary>Everything that happened, as text, without times, in an order that does not depend on who was first.</summary>
    public List<string> Answers() =>
        [.. Histories().SelectMany(history => history)
            .Where(row => !row.IsCommand)
            .Select(row => $"{row.Kind} {row.Step} {row.Name} {row.Target} {row.Payload}")
            .Order(StringComparer.Ordinal)];

    public Task<List<T>> LinesAsync<T>(ArtifactRef artifact, JsonTypeInfo<T> type) => store.ReadLinesAsync(artifact, type, CancellationToken.None);

    public Task<T> DocumentAsync<T>(ArtifactRef artifact, JsonTypeInfo<T> type) => store.ReadJsonAsync(artifact, type, CancellationToken.None);

    /// <summary>The examples of all iterations, in order.</summary>
    public async Task<List<Example>> ExamplesAsync()
    {
        var examples = new List<Example>();
        foreach (var iteration in FinalState().Iterations)
        {
            examples.AddRange(await LinesAsync(iteration.Examples, CoreJson.Default.Example));
        }

        return examples;
    }

    /// <summary>The calls to the teachers that the report was made from.</summary>
    public Task<List<CallRecord>> CallsAsync() => CallLog.ReadAsync(store, FinalState(), CancellationToken.None);

    private List<List<HistoryRow>> Histories()
    {
        using var journal = SqliteJournal.Open(folder.Journal);
        return [.. JournalReader.ReadInstances(folder.Journal)
            .SelectMany(instance => Enumerable.Range(1, instance.Generation).Select(generation => journal.ReadHistory(instance.Id, generation)))];
    }

    private static T Read<T>(HistoryRow row, JsonTypeInfo<T> type) => JsonSerializer.Deserialize(row.Payload, type)!;
}
