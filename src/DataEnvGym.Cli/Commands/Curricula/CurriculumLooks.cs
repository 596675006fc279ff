using System.CommandLine;
using System.Text.Json;
using DataEnvGym.Cli.Hosting;
using DataEnvGym.Cli.Views;
using DataEnvGym.Core.Curricula;
using DataEnvGym.Hosting.Curricula;
using Spectre.Console;

namespace DataEnvGym.Cli.Commands.Curricula;

/// <summary><c>curriculum list|show|history</c>.</summary>
internal static class CurriculumLooks
{
    public static Command List()
    {
        var (runs, json) = (CommonOptions.Runs(), CommonOptions.Json());
        var command = new Command("list", "Lists all curricula.") { runs, json };
        command.Run(async (parsed, cancellationToken) =>
        {
            var states = await CurriculumCommand.Service(parsed.GetRequiredValue(runs)).ListAsync(cancellationToken);
            if (parsed.GetValue(json))
            {
                Console.WriteLine(JsonSerializer.Serialize(states, CliJson.Readable.IReadOnlyListCurriculumState));
            }
            else if (states.Count == 0)
            {
                Console.WriteLine($"There are no curricula in {Path.GetFullPath(parsed.GetRequiredValue(runs))} yet. Add one: {UserCommand.Of("curriculum add", "samples/curriculum")}");
            }
            else
            {
                WriteTable(["curriculum", "schedule", "next (UTC)", "running", "champion"], states.Select(state => new[]
                {
                    state.Spec.Id, state.Spec.Schedule, Next(state), state.Running?.Run ?? "", state.Champion?.Run ?? "the base",
                }));
            }

            return ExitCode.Success;
        });
        return command;
    }

    public static Command Show()
    {
        var (id, runs, json) = (CurriculumCommand.Id(), CommonOptions.Runs(), CommonOptions.Json());
        var command = new Command("show", "Shows a curriculum: its champion, the run that is going, and what came of the last one.") { id, runs, json };
        command.Run(async (parsed, cancellationToken) =>
        {
            var service = CurriculumCommand.Service(parsed.GetRequiredValue(runs));
            var state = await service.GetAsync(parsed.GetRequiredValue(id), cancellationToken);
            if (parsed.GetValue(json))
            {
                Console.WriteLine(JsonSerializer.Serialize(state, CliJson.Readable.CurriculumState));
                return ExitCode.Success;
            }

            Console.WriteLine($"{state.Spec.Id}: {state.Spec.Schedule}, next {Next(state)}");
            Console.WriteLine($"  champion  {(state.Champion is { } champion ? $"{champion.Checkpoint.Weights.Name} of {champion.Run}" : "the student's own base")}");
            Console.WriteLine($"  running   {state.Running?.Run ?? "nothing"}");
            foreach (var refusal in state.Refusals.TakeLast(1))
            {
                Console.WriteLine($"  refused   the tick at {CurriculumView.Time(refusal.At)}: {refusal.Run} was still going");
            }

            foreach (var line in (await service.HistoryAsync(state.Spec.Id, 1, cancellationToken)).SelectMany(CurriculumView.Lines))
            {
                Console.WriteLine(line);
            }

            return ExitCode.Success;
        });
        return command;
    }

    public static Command History()
    {
        var (id, runs, json) = (CurriculumCommand.Id(), CommonOptions.Runs(), CommonOptions.Json());
        var last = NumberOption.WithDefault("--last", 1, 50, "Only so many runs, the newest.");
        var command = new Command("history", "What came of the runs of a curriculum, the newest first.") { id, last, runs, json };
        command.Run(async (parsed, cancellationToken) =>
        {
            var service = CurriculumCommand.Service(parsed.GetRequiredValue(runs));
            var outcomes = await service.HistoryAsync(parsed.GetRequiredValue(id), parsed.GetValue(last), cancellationToken);
            if (parsed.GetValue(json))
            {
                Console.WriteLine(JsonSerializer.Serialize(outcomes, CliJson.Readable.IReadOnlyListCurriculumOutcome));
            }
            else if (outcomes.Count == 0)
            {
                Console.WriteLine($"{parsed.GetRequiredValue(id)} has had no run yet. Start one: {UserCommand.Of("curriculum run", parsed.GetRequiredValue(id))}");
            }
            else
            {
                WriteTable(["run", "ended (UTC)", "outcome", "select", "guards"], outcomes.Select(outcome => new[]
                {
                    outcome.Run,
                    CurriculumView.Time(outcome.EndedAt),
                    CurriculumView.Word(outcome.Verdict),
                    outcome.Select is { } select ? CurriculumGate.Points(select.Difference) : "",
                    string.Join(", ", outcome.Guards.Select(guard => $"{guard.Task} {CurriculumGate.Points(guard.Exam.Difference)} {(guard.Held ? "held" : "not held")}")),
                }));
                foreach (var outcome in outcomes.Where(outcome => outcome.Verdict == CurriculumVerdict.Failed))
                {
                    Console.WriteLine($"{outcome.Run} failed: {outcome.Reason}");
                }
            }

            return ExitCode.Success;
        });
        return command;
    }

    private static string Next(CurriculumState state) =>
        state.Spec.Enabled ? CurriculumView.Time(CronSchedule.Parse(state.Spec.Schedule).NextAfter(TimeProvider.System.GetUtcNow())) : "disabled";

    private static void WriteTable(string[] columns, IEnumerable<string[]> rows)
    {
        var table = new Table().Border(TableBorder.Simple);
        foreach (var column in columns)
        {
            table.AddColumn(new TableColumn(column).PadLeft(0).PadRight(2));
        }

        foreach (var row in rows)
        {
            table.AddRow([.. row.Select(cell => new Text(cell))]);
        }

        AnsiConsole.Console.Write(table);
    }
}
