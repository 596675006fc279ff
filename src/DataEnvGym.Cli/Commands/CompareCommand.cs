using System.CommandLine;
using System.Text.Json;
using DataEnvGym.Cli.Hosting;
using DataEnvGym.Cli.Views;
using DataEnvGym.Core.Experiments;
using DataEnvGym.Local.Runs;
using Spectre.Console;

namespace DataEnvGym.Cli.Commands;

/// <summary><c>compare</c>: which way of teaching was better, and is that more than luck.</summary>
internal static class CompareCommand
{
    public static Command Create()
    {
        var names = new Argument<string[]>("run") { Description = "Two or more finished runs; the first one's agent is the reference.", Arity = ArgumentArity.OneOrMore };
        var (runs, json) = (CommonOptions.Runs(), CommonOptions.Json());
        var command = new Command("compare", "Compares finished runs on the same sealed items: McNemar's test and paired bootstrap intervals; runs that differ only in the seed are pooled.") { names, runs, json };
        command.Run(async (parsed, cancellationToken) =>
        {
            var finished = new List<FinishedRun>();
            foreach (var name in parsed.GetRequiredValue(names))
            {
                finished.Add(await ReadAsync(parsed.GetRequiredValue(runs), name, cancellationToken));
            }

            Comparison comparison;
            try
            {
                comparison = RunComparison.Compare(finished);
            }
            catch (ArgumentException error)
            {
                throw new UsageException(error.Message.Split(" (Parameter")[0]);
            }

            if (parsed.GetValue(json))
            {
                Console.WriteLine(JsonSerializer.Serialize(comparison, CliJson.Readable.Comparison));
            }
            else
            {
                ComparisonView.Write(AnsiConsole.Console, comparison);
            }

            return ExitCode.Success;
        });
        return command;
    }

    private static async Task<FinishedRun> ReadAsync(string root, string name, CancellationToken cancellationToken)
    {
        var folder = CommonOptions.FindRun(root, name);
        var report = await RunReader.ReadReportAsync(folder, cancellationToken)
            ?? throw new UsageException($"{folder.Name} has no report yet; {Remedy(folder)}");
        var answers = await RunReader.ReadTestAnswersAsync(folder, report, cancellationToken);
        return new(folder.Name, $"{report.Environment} {report.Agent}", report, answers);
    }

    private static string Remedy(RunFolder folder) => RunLock.IsHeld(folder)
        ? "it is running; wait for its end."
        : $"finish it first: {UserCommand.Of("resume", folder)}";
}
