using System.CommandLine;
using System.Text.Json;
using DataEnvGym.Cli.Hosting;
using DataEnvGym.Cli.Views;
using DataEnvGym.Local.Runs;
using Spectre.Console;

namespace DataEnvGym.Cli.Commands;

/// <summary><c>list</c>: all runs.</summary>
internal static class ListCommand
{
    public static Command Create()
    {
        var (runs, json) = (CommonOptions.Runs(), CommonOptions.Json());
        var command = new Command("list", "Lists all runs: what they are, how far, and how good the student is.") { runs, json };
        command.Run(async (parsed, cancellationToken) =>
        {
            var root = parsed.GetRequiredValue(runs);
            var summaries = new List<RunSummary>();
            foreach (var folder in RunFolders.List(root))
            {
                summaries.Add(await RunSummary.ReadOrExplainAsync(folder, cancellationToken));
            }

            if (parsed.GetValue(json))
            {
                Console.WriteLine(JsonSerializer.Serialize(summaries, CliJson.Readable.IReadOnlyListRunSummary));
            }
            else if (summaries.Count == 0)
            {
                Console.WriteLine($"There are no runs in {Path.GetFullPath(root)} yet. Start one: {UserCommand.Of("run", "samples/math")}");
            }
            else
            {
                RunListView.Write(AnsiConsole.Console, summaries);
            }

            return ExitCode.Success;
        });
        return command;
    }
}
