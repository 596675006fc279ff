using System.CommandLine;
using System.Text.Json;
using DataEnvGym.Cli.Hosting;
using DataEnvGym.Core.Episodes.Reports;
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
                summaries.Add(await RunSummary.ReadAsync(folder, cancellationToken));
            }

            if (parsed.GetValue(json))
            {
                Console.WriteLine(JsonSerializer.Serialize(summaries, CliJson.Default.IReadOnlyListRunSummary));
            }
            else if (summaries.Count == 0)
            {
                Console.WriteLine($"There are no runs in {Path.GetFullPath(root)} yet. Start one: run samples/math");
            }
            else
            {
                AnsiConsole.Write(Draw(summaries));
            }

            return ExitCode.Success;
        });
        return command;
    }

    private static Table Draw(List<RunSummary> summaries)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("run", "state", "agent", "seed", "iteration", "select", "examples", "updated (UTC)");
        foreach (var run in summaries)
        {
            table.AddRow(
                run.Run, run.State, run.Agent, $"{run.Seed}", $"{run.Iteration}",
                run is { Start: { } start, Now: { } now } ? $"{ReportMarkdown.Share(start)} → {ReportMarkdown.Share(now)}" : "",
                $"{run.Examples:N0}", run.Updated?.UtcDateTime.ToString("yyyy-MM-dd HH:mm") ?? "");
        }

        return table;
    }
}
