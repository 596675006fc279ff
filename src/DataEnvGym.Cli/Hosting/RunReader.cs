using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using DataEnvGym.Core.Artifacts;
using DataEnvGym.Core.Curricula;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Episodes.Reports;
using DataEnvGym.Core.Json;
using DataEnvGym.Core.Tasks;
using DataEnvGym.Core.Teachers;
using DataEnvGym.Local.Journal;
using DataEnvGym.Local.Runs;

namespace DataEnvGym.Cli.Hosting;

/// <summary>Reads what runs have left, whether or not they are being worked on.</summary>
internal static class RunReader
{
    public static async Task<EpisodeSpec> ReadSpecAsync(RunFolder folder, CancellationToken cancellationToken) =>
        SpecReader.Read(await File.ReadAllBytesAsync(folder.Spec, cancellationToken), folder.Spec);

    /// <summary>The report of a finished run, or nothing.</summary>
    public static async Task<EpisodeReport?> ReadReportAsync(RunFolder folder, CancellationToken cancellationToken)
    {
        if (!File.Exists(folder.ReportJson))
        {
            return null;
        }

        await using var stream = File.OpenRead(folder.ReportJson);
        return await JsonSerializer.DeserializeAsync(stream, CoreJson.Default.EpisodeReport, cancellationToken);
    }

    /// <summary>Where a run's episode stands by its journal; nothing if it never began. In a curriculum it is judged after its end: the run goes on until then.</summary>
    public static InstanceSummary? ReadInstance(RunFolder folder)
    {
        var instances = File.Exists(folder.Journal) ? JournalReader.ReadInstances(folder.Journal) : [];
        var episode = instances.FirstOrDefault(instance => instance.Workflow == EpisodeNames.Episode.Name);
        return episode is not null && instances.Any(instance => instance is { State: InstanceState.Running } && instance.Workflow == CurriculumNames.Run.Name)
            ? episode with { State = InstanceState.Running }
            : episode;
    }

    /// <summary>The newest status that a run published; a running iteration's, if there is one.</summary>
    public static EpisodeStatus? ReadStatus(RunFolder folder)
    {
        var newest = File.Exists(folder.Journal)
            ? JournalReader.ReadInstances(folder.Journal).Where(instance => instance.Status is not null).MaxBy(instance => instance.Updated)
            : null;
        return newest is null ? null : JsonSerializer.Deserialize(newest.Status!, CoreJson.Default.EpisodeStatus);
    }

    /// <summary>The examples that a run trained on, iteration by iteration.</summary>
    public static async Task<List<Example>> ReadExamplesAsync(RunFolder folder, CancellationToken cancellationToken)
    {
        var examples = new List<Example>();
        string[] iterations = Directory.Exists(folder.Artifacts) ? Directory.GetDirectories(folder.Artifacts, "iteration-*") : [];
        foreach (var iteration in iterations.Order(StringComparer.Ordinal))
        {
            // A top-up writes the whole selection anew, so that the last file is the one that was trained on.
            var last = Directory.EnumerateFiles(iteration, "examples*.jsonl").OrderBy(file => file.Length).ThenBy(file => file, StringComparer.Ordinal).LastOrDefault();
            if (last is not null)
            {
                examples.AddRange(await ReadLinesAsync(last, CoreJson.Default.Example, cancellationToken));
            }
        }

        return examples;
    }

    /// <summary>The calls to a run's teachers so far, iteration by iteration.</summary>
    public static async Task<List<CallRecord>> ReadCallsAsync(RunFolder folder, CancellationToken cancellationToken)
    {
        var calls = new List<CallRecord>();
        IEnumerable<string> files = Directory.Exists(folder.Artifacts) ? Directory.EnumerateFiles(folder.Artifacts, "calls*.jsonl", SearchOption.AllDirectories) : [];
        foreach (var file in files.Order(StringComparer.Ordinal))
        {
            calls.AddRange(await ReadLinesAsync(file, CoreJson.Default.CallRecord, cancellationToken));
        }

        return [.. calls.OrderBy(call => call.Iteration)];
    }

    /// <summary>The answers of a run's chosen checkpoint to the sealed test.</summary>
    public static Task<List<GradedAnswer>> ReadTestAnswersAsync(RunFolder folder, EpisodeReport report, CancellationToken cancellationToken)
    {
        var name = report.BestIteration == 0 ? "base" : "best";
        return ReadLinesAsync(Path.Combine(folder.Artifacts, "test", $"{name}.jsonl"), CoreJson.Default.GradedAnswer, cancellationToken);
    }

    private static async Task<List<T>> ReadLinesAsync<T>(
        string path, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        await using var stream = File.OpenRead(path);
        var records = new List<T>();
        await foreach (var record in JsonLines.ReadAsync(stream, type, cancellationToken))
        {
            records.Add(record);
        }

        return records;
    }
}
