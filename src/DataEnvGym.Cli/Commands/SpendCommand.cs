using System.CommandLine;
using System.Text.Json;
using DataEnvGym.Cli.Hosting;
using DataEnvGym.Cli.Views;
using DataEnvGym.Core.Episodes.Reports;
using DataEnvGym.Core.Teachers;
using Spectre.Console;

namespace DataEnvGym.Cli.Commands;

/// <summary><c>spend</c>: what a run's teachers cost.</summary>
internal static class SpendCommand
{
    private const string EachCall = "call";

    private static readonly Dictionary<string, Func<CallRecord, string>> Keys = new Dictionary<string, Func<CallRecord, string>>(StringComparer.Ordinal)
    {
        ["role"] = SpendKeys.Role,
        ["iteration"] = SpendKeys.Iteration,
        ["skill"] = SpendKeys.Skill,
    };

    public static Command Create()
    {
        var by = new Option<string>("--by") { Description = "What to add up by: role, iteration, skill, or call for each call.", HelpName = "what", DefaultValueFactory = _ => "role" };
        var (run, runs, json) = (CommonOptions.Run(), CommonOptions.Runs(), CommonOptions.Json());
        var command = new Command("spend", "Shows what a run's teachers cost so far: tokens, money and time of their calls.") { run, by, runs, json };
        command.Run(async (parsed, cancellationToken) =>
        {
            var what = parsed.GetRequiredValue(by);
            if (what != EachCall && !Keys.ContainsKey(what))
            {
                throw new UsageException($"--by {what} is nothing that calls are added up by; use role, iteration, skill or call.");
            }

            var folder = CommonOptions.FindRun(parsed.GetRequiredValue(runs), parsed.GetRequiredValue(run));
            var calls = await RunReader.ReadCallsAsync(folder, cancellationToken);
            if (calls.Count == 0)
            {
                throw new UsageException($"{folder.Name} has no calls to a teacher yet; see how far it is: {UserCommand.Of("show", folder)}");
            }

            Write(calls, what, parsed.GetValue(json));
            return ExitCode.Success;
        });
        return command;
    }

    private static void Write(List<CallRecord> calls, string what, bool json)
    {
        if (what == EachCall)
        {
            Write(json, () => JsonSerializer.Serialize(calls, CliJson.Readable.IReadOnlyListCallRecord), () => SpendView.WriteCalls(AnsiConsole.Console, calls));
            return;
        }

        var rows = ReportSpendBy.Group(calls, Keys[what]);
        Write(json, () => JsonSerializer.Serialize(rows, CliJson.Readable.IReadOnlyListReportSpendRow), () => SpendView.WriteRows(AnsiConsole.Console, what, rows, calls, Keys[what]));
    }

    private static void Write(bool json, Func<string> serialize, Action show)
    {
        if (json)
        {
            Console.WriteLine(serialize());
        }
        else
        {
            show();
        }
    }
}
