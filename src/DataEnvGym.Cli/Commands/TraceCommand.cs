using System.CommandLine;
using System.Text.Json;
using DataEnvGym.Cli.Hosting;
using DataEnvGym.Cli.Views;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Tasks;
using DataEnvGym.Core.Traces;
using DataEnvGym.Domains;
using DataEnvGym.Local.Artifacts;
using DataEnvGym.Local.Documents;
using DataEnvGym.Local.Runs;
using DataEnvGym.Teachers.Provenance;

namespace DataEnvGym.Cli.Commands;

/// <summary><c>trace</c>: where an example comes from, and what learned from it.</summary>
internal static class TraceCommand
{
    public static Command Create()
    {
        var example = new Argument<string>("example") { Description = "The example's id, as `dataenvgym examples` prints it, or enough of its beginning." };
        var prompt = new Option<bool>("--prompt") { Description = "Show what the teacher was sent as well, proved by its hash." };
        var (run, runs, json) = (CommonOptions.Run(), CommonOptions.Runs(), CommonOptions.Json());
        var command = new Command("trace", "Follows an example back to the errors that it was written because of, and forward to the checkpoints that learned from it.")
        {
            run, example, prompt, runs, json,
        };
        command.Run(async (parsed, cancellationToken) =>
        {
            var folder = CommonOptions.FindRun(parsed.GetRequiredValue(runs), parsed.GetRequiredValue(run));
            var spec = await RunReader.ReadSpecAsync(folder, cancellationToken);
            var task = TaskCatalog.Open(spec.Task);
            var history = await RunHistory.ReadAsync(folder, spec, cancellationToken);
            if (history.Iterations.Count == 0)
            {
                throw new UsageException($"{folder.Name} has no examples yet; see how far it is: {UserCommand.Of("show", folder)}");
            }

            var trace = await new TraceBuilder(FileArtifactStore.Open(folder.Artifacts), task).TraceAsync(history, parsed.GetRequiredValue(example), cancellationToken);
            var result = new TraceResult(folder.Name, spec.Seed, trace, parsed.GetValue(prompt) ? await FindPromptAsync(folder, spec, task, trace, cancellationToken) : null);
            if (parsed.GetValue(json))
            {
                Console.WriteLine(JsonSerializer.Serialize(result, CliJson.Readable.TraceResult));
            }
            else
            {
                TraceView.Write(Console.Out, result);
            }

            return ExitCode.Success;
        });
        return command;
    }

    private static async Task<RenderedPrompt> FindPromptAsync(RunFolder folder, EpisodeSpec spec, ITask task, ExampleTrace trace, CancellationToken cancellationToken)
    {
        if (trace.Example.Provenance.Source.PromptHash is not { } hash)
        {
            throw new UsageException($"{trace.Example.Id} is an item of the task's own training data: no teacher was asked for it. Leave --prompt out.");
        }

        IEnumerable<string> names = Directory.Exists(folder.Answers) ? Directory.EnumerateFiles(folder.Answers, "*.json").Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal) : [];
        return PromptProof.Render(spec, task.Domain.Prompts, trace)
            ?? await PromptProof.FindKeptAsync(new FileDocumentStore(folder.Answers), names, hash, cancellationToken)
            ?? throw new UsageException(
                $"no messages with the hash {hash} can be made from what {folder.Name} wrote down, and none are kept with its answers: another version of the program asked in other words. "
                + "Use that version, or leave --prompt out.");
    }
}

/// <summary>A trace as it is printed.</summary>
/// <param name="Run">The run.</param>
/// <param name="Seed">The seed of its spec.</param>
/// <param name="Trace">The trace.</param>
/// <param name="Prompt">What the teacher was sent, if that was asked for.</param>
internal sealed record TraceResult(string Run, uint Seed, ExampleTrace Trace, RenderedPrompt? Prompt);
