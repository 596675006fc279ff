using System.CommandLine;
using DataEnvGym.Cli.Hosting;
using DataEnvGym.Core.Artifacts;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Json;
using DataEnvGym.Core.Tasks;
using DataEnvGym.Core.Traces;
using DataEnvGym.Domains;
using DataEnvGym.Exchange;
using DataEnvGym.Exchange.Chat;
using DataEnvGym.Exchange.Preferences;
using DataEnvGym.Exchange.Tables;
using DataEnvGym.Local.Artifacts;
using DataEnvGym.Local.Runs;

namespace DataEnvGym.Cli.Commands;

/// <summary><c>export</c>: what a run was trained on, for other programs.</summary>
internal static class ExportCommand
{
    public static Command Create()
    {
        var format = new Option<string>("--format") { Description = "openai, sharegpt or alpaca (lines of chat), parquet (a dataset folder), or preference (pairs).", HelpName = "format", Required = true };
        var output = new Option<string>("--out") { Description = "The file to write; for parquet the folder to make.", HelpName = "path", Required = true };
        var skill = new Option<string?>("--skill") { Description = "Only examples that were ordered for this skill.", HelpName = "skill" };
        var iteration = NumberOption.Optional("--iteration", 1, "Only examples of this iteration.");
        var (run, runs) = (CommonOptions.Run(), CommonOptions.Runs());
        var command = new Command("export", "Writes the examples that a run trained on for other programs, each with its provenance.") { run, format, output, iteration, skill, runs };
        command.Run(async (parsed, cancellationToken) =>
        {
            var chosen = ExchangeWords.Require(parsed.GetRequiredValue(format), ExchangeWords.Parquet, ExchangeWords.Preference);
            var folder = CommonOptions.FindRun(parsed.GetRequiredValue(runs), parsed.GetRequiredValue(run));
            var spec = await RunReader.ReadSpecAsync(folder, cancellationToken);
            var work = new Work(folder, spec, TaskCatalog.Open(spec.Task), FileArtifactStore.Open(folder.Artifacts), Path.GetFullPath(parsed.GetRequiredValue(output)));
            var iterations = (await RunHistory.ReadAsync(folder, spec, cancellationToken)).Iterations.Where(iteration => iteration.Record is { TrainedOn: > 0 }).ToList();
            var examples = ExampleChoice.Filter(folder, await ReadAsync(work, iterations, cancellationToken), parsed.GetValue(skill), parsed.GetValue(iteration));
            Console.WriteLine(chosen switch
            {
                ExchangeWords.Parquet => await WriteTableAsync(work, examples, cancellationToken),
                ExchangeWords.Preference => await WritePairsAsync(work, iterations, examples, cancellationToken),
                _ => await WriteChatAsync(work, ExchangeWords.Chat[chosen], examples, cancellationToken),
            });
            return ExitCode.Success;
        });
        return command;
    }

    private static async Task<List<Example>> ReadAsync(Work work, List<TracedIteration> iterations, CancellationToken cancellationToken)
    {
        var examples = new List<Example>();
        foreach (var iteration in iterations)
        {
            examples.AddRange(await work.Artifacts.ReadLinesAsync(iteration.Examples, CoreJson.Default.Example, cancellationToken));
        }

        return examples;
    }

    private static async Task<string> WriteChatAsync(Work work, ChatFormat format, List<Example> examples, CancellationToken cancellationToken)
    {
        var (path, texts) = (ExchangeWords.RequirePlace(work.Output), Texts(work, examples));
        var beside = "";
        if (ChatExport.HasOwnMetadataFile(format))
        {
            // First, so that the other is never there without it.
            var metadata = ChatExport.MetadataFileOf(path);
            await AtomicFile.WriteAsync(metadata, stream => ChatExport.WriteMetadataAsync(texts, stream, cancellationToken), cancellationToken);
            beside = $", where they come from in {metadata}";
        }

        await AtomicFile.WriteAsync(path, stream => ChatExport.WriteAsync(format, texts, stream, cancellationToken), cancellationToken);
        return $"{texts.Count:N0} examples in {path}{beside}";
    }

    private static async Task<string> WriteTableAsync(Work work, List<Example> examples, CancellationToken cancellationToken)
    {
        await DatasetFolder.WriteAsync(work.Output, work.Folder.Name, work.Spec.Task.Name, Texts(work, examples), cancellationToken);
        return $"{examples.Count:N0} examples in {work.Output}: README.md, {DatasetCard.TableName}";
    }

    private static async Task<string> WritePairsAsync(Work work, List<TracedIteration> iterations, List<Example> examples, CancellationToken cancellationToken)
    {
        var path = ExchangeWords.RequirePlace(work.Output);
        var pairs = new List<PreferencePair>();
        foreach (var iteration in iterations)
        {
            List<Example> kept = [.. examples.Where(example => example.Provenance.Iteration == iteration.Number)];
            var dropped = iteration.Dropped is { } drops ? await work.Artifacts.ReadLinesAsync(drops, CoreJson.Default.DroppedDraft, cancellationToken) : [];
            var misses = iteration.Misses is { } missed ? await work.Artifacts.ReadLinesAsync(missed, CoreJson.Default.StudentMiss, cancellationToken) : [];
            pairs.AddRange([.. PreferencePair.OfDrafts(kept, dropped, work.Task.Domain), .. PreferencePair.OfStudent(kept, misses, work.Task.Domain)]);
        }

        if (pairs.Count == 0)
        {
            throw new UsageException(
                $"{work.Folder.Name} has no pairs: a pair is a kept example with a wrong answer to its question, the student's own before training or a draft's that other solutions refuted, "
                + "and there is none among its examples. Runs have pairs with curation.known (the student answers the drafts) and with curation.verify (solutions refute them); set one of them in the spec, "
                + "or export in another format.");
        }

        await AtomicFile.WriteAsync(path, stream => PreferenceExport.WriteAsync(pairs, work.Task.Domain, stream, cancellationToken), cancellationToken);
        return $"{pairs.Count:N0} pairs in {path}";
    }

    private static List<TaughtText> Texts(Work work, List<Example> examples) => examples.ConvertAll(example => TaughtText.Of(example, work.Task.Domain));

    private sealed record Work(RunFolder Folder, EpisodeSpec Spec, ITask Task, IArtifactStore Artifacts, string Output);
}
