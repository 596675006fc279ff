using System.CommandLine;
using System.Text.Json;
using DataEnvGym.Cli.Hosting;
using DataEnvGym.Cli.Views;
using DataEnvGym.Core;
using DataEnvGym.Core.Json;
using DataEnvGym.Core.Statistics;
using DataEnvGym.Core.Students;
using DataEnvGym.Core.Tasks;
using DataEnvGym.Domains;
using DataEnvGym.Domains.Mathematics.Gsm8k;

namespace DataEnvGym.Cli.Commands;

/// <summary><c>examine</c>: how good a student is at a task, without teaching it anything.</summary>
internal static class ExamineCommand
{
    private const int WholeFile = 1_000_000;

    public static Command Create()
    {
        var task = new Option<string>("--task") { Description = $"One of {string.Join(", ", TaskCatalog.Names)}.", DefaultValueFactory = _ => "procedural-math", HelpName = "name" };
        var data = new Option<string?>("--data") { Description = "The file of items, for a task that is read from files; every line of it is examined.", HelpName = "file" };
        var checkpoint = new Option<string?>("--checkpoint") { Description = "A safetensors file, such as one from a run's artifacts/checkpoints. Default: the student's base.", HelpName = "file" };
        var limit = NumberOption.Optional("--limit", 1, "Ask the student only so many items, drawn at random but always the same.");
        var json = CommonOptions.Json();
        var command = new Command("examine", "Examines a student. Also grades every gold answer against itself: a grader that fails its own golds is not to be trusted.") { task, data, checkpoint, limit, json };
        command.Run(async (parsed, cancellationToken) =>
        {
            var spec = new TaskSpec { Name = parsed.GetRequiredValue(task), Data = parsed.GetValue(data) };
            if (!TaskCatalog.Names.Contains(spec.Name))
            {
                throw new UsageException($"there is no task {spec.Name}.{Suggestion.DidYouMean(spec.Name, TaskCatalog.Names)} The tasks are {string.Join(", ", TaskCatalog.Names)}.");
            }

            await using var sandbox = Composition.Sandbox();
            var opened = TaskCatalog.Open(spec, sandbox);
            var items = await LoadAsync(opened, spec, cancellationToken);
            if (items.Count == 0)
            {
                throw new UsageException($"{spec.Data ?? spec.Name} has no items to examine.");
            }

            // Contest problems come without a solution.
            ItemResponse[] known = [.. items.Where(item => item.Reference.Length > 0)
                .Select(item => new ItemResponse(item, opened.Domain.FormatExample(item.Prompt, item.Solution ?? "", item.Reference).Target))];
            var golds = (await opened.Grader.GradeAsync(known, cancellationToken)).Count(grade => grade.Verdict == Verdict.Correct);
            var examined = parsed.GetValue(limit) is { } most ? Rng.For(0, "examine").Sample(items, most) : items;
            var student = new StudentSpec { Name = EmbeddedStudents.For(spec.Name), Checkpoint = parsed.GetValue(checkpoint) is { } path ? Path.GetFullPath(path) : null };
            var correct = await AskAsync(opened, student, examined, cancellationToken);
            var score = Proportions.Wilson(correct, examined.Count);
            var result = new ExamineResult(opened.Name, items.Count, known.Length, golds, LoadedItems.Of(opened, items), examined.Count, correct, score, opened.Grader.Name, opened.Protocol);
            Console.WriteLine(parsed.GetValue(json) ? JsonSerializer.Serialize(result, CliJson.Readable.ExamineResult) : ExamineView.Write(result));
            return golds == known.Length ? ExitCode.Success : ExitCode.Failure;
        });
        return command;
    }

    private static async Task<IReadOnlyList<Item>> LoadAsync(ITask task, TaskSpec spec, CancellationToken cancellationToken)
    {
        if (spec.Data is not null && File.Exists(spec.Data) && task.Name == Gsm8kTask.TaskName)
        {
            return await Gsm8kLoader.LoadAsync(spec.Data, cancellationToken);
        }

        if (spec.Data is not null && File.Exists(spec.Data))
        {
            return await TaskCatalog.Open(spec with { Sizes = new() { Probe = WholeFile } }).LoadAsync(Split.Probe, cancellationToken);
        }

        // Probe and select only: the sealed split is not for looking at.
        return [.. await task.LoadAsync(Split.Probe, cancellationToken), .. await task.LoadAsync(Split.Select, cancellationToken)];
    }

    private static async Task<int> AskAsync(ITask task, StudentSpec student, IReadOnlyList<Item> items, CancellationToken cancellationToken)
    {
        using var scratch = new ScratchStore();
        var lab = Composition.Lab();
        var checkpoint = await lab.PrepareBaseAsync(student, scratch.Artifacts, cancellationToken);
        var prompts = items.Select(item => task.Domain.FormatPrompt(item.Prompt)).ToArray();
        var progress = new ConsoleProgress("examine", Console.Error, TimeProvider.System);
        var prediction = await lab.PredictAsync(new(checkpoint, prompts, task.MaxResponseTokens), scratch.Artifacts, progress, cancellationToken);
        progress.Finish();
        var grades = await task.Grader.GradeAsync([.. items.Zip(prediction.Responses, (item, response) => new ItemResponse(item, response))], cancellationToken);
        return grades.Count(grade => grade.Verdict == Verdict.Correct);
    }
}
