using System.CommandLine;
using System.Text.Json;
using DataEnvGym.Cli.Hosting;
using DataEnvGym.Cli.Views;
using DataEnvGym.Core.Episodes.Activities;
using DataEnvGym.Core.Episodes.Reports;
using DataEnvGym.Local.Runs;
using Spectre.Console;

namespace DataEnvGym.Cli.Commands;

/// <summary><c>show</c>: one run.</summary>
internal static class ShowCommand
{
    public static Command Create()
    {
        var (run, runs, json) = (CommonOptions.Run(), CommonOptions.Runs(), CommonOptions.Json());
        var command = new Command("show", "Shows a run: its report if it has ended, else where it stands.") { run, runs, json };
        command.Run(async (parsed, cancellationToken) =>
        {
            var folder = CommonOptions.FindRun(parsed.GetRequiredValue(runs), parsed.GetRequiredValue(run));
            var report = await RunReader.ReadReportAsync(folder, cancellationToken);
            if (report is not null && parsed.GetValue(json))
            {
                await using var stdout = Console.OpenStandardOutput();
                ReportActivity.WriteJson(report, stdout);
                stdout.WriteByte((byte)'\n');
            }
            else if (report is not null)
            {
                ReportView.Write(AnsiConsole.Console, report, folder);
            }
            else
            {
                Write(await RunSummary.ReadAsync(folder, cancellationToken), folder, parsed.GetValue(json));
            }

            return ExitCode.Success;
        });
        return command;
    }

    private static void Write(RunSummary summary, RunFolder folder, bool json)
    {
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(summary, CliJson.Readable.RunSummary));
            return;
        }

        Console.WriteLine($"{summary.Run}: {summary.State}, iteration {summary.Iteration}, {summary.Agent}, seed {summary.Seed}");
        if (summary is { Start: { } start, Now: { } now })
        {
            Console.WriteLine($"select {ReportMarkdown.Share(start)} → {ReportMarkdown.Share(now)} after {summary.Examples:N0} examples");
        }

        Console.WriteLine(summary.State switch
        {
            "running" => $"It ends with a report after the iteration under way if you ask for it: {UserCommand.Of("stop", folder)}",
            "failed" => $"It failed: {summary.Problem}\nMend that and go on with: {UserCommand.Of("resume", folder)}",
            _ => $"Go on with: {UserCommand.Of("resume", folder)}",
        });
    }
}
