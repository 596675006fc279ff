using System.CommandLine;
using System.Text.Json;
using DataEnvGym.Cli.Hosting;
using DataEnvGym.Cli.Hosting.Experiments;
using DataEnvGym.Cli.Views;
using DataEnvGym.Core.Experiments;
using Spectre.Console;

namespace DataEnvGym.Cli.Commands;

/// <summary><c>experiment</c>: several ways of teaching, several seeds each, and what may be said of them.</summary>
internal static class ExperimentCommand
{
    private const int ProcessorsPerRun = 2;

    public static Command Create()
    {
        var spec = new Argument<string>("spec") { Description = "A JSON file, or a folder that holds an experiment.json, such as bench/headline." };
        var output = new Option<string?>("--out") { Description = "Folder for the runs and the leaderboard. Default: runs/ and the experiment's name.", HelpName = "folder" };
        var parallel = NumberOption.WithDefault("--parallel", 1, 1, "Runs at a time. Each wants two processors and half a gigabyte of memory.");
        var dry = new Option<bool>("--dry-run") { Description = "List the runs and how far each is, and run nothing." };
        var json = CommonOptions.Json();
        var command = new Command("experiment", "Compares ways of teaching at equal budget: runs every arm of an experiment, and baselines, with every seed, and writes a leaderboard. The same command again goes on where it was.")
        {
            spec, output, parallel, dry, json,
        };
        command.Run(async (parsed, cancellationToken) =>
        {
            var plan = await ExperimentLoader.LoadAsync(parsed.GetRequiredValue(spec), cancellationToken);
            var folder = new ExperimentFolder(parsed.GetValue(output) ?? Path.Combine("runs", plan.Name));
            if (parsed.GetValue(dry))
            {
                await ListAsync(plan, folder, parsed.GetValue(json), cancellationToken);
                return ExitCode.Success;
            }

            foreach (var arm in plan.Arms)
            {
                await Preflight.CheckAsync(arm.Episode, cancellationToken);
            }

            var again = $"{UserCommand.Of("experiment", parsed.GetRequiredValue(spec))}{(parsed.GetValue(output) is { } path ? $" --out {path}" : "")}";
            return await RunAsync(plan, folder, Math.Min(parsed.GetValue(parallel), plan.Runs().Count), parsed.GetValue(json), again, cancellationToken);
        });
        return command;
    }

    private static async Task<int> RunAsync(ExperimentPlan plan, ExperimentFolder folder, int parallel, bool json, string again, CancellationToken cancellationToken)
    {
        var runs = plan.Runs();
        var time = TimeProvider.System;
        var board = new ExperimentBoard(runs.Count, parallel, time);
        var log = json ? Console.Error : Console.Out;
        log.WriteLine($"{runs.Count} runs: {plan.Arms.Count} arms, {plan.Arms.Count(arm => arm.IsBaseline)} of them baselines, with {plan.Seeds.Count} seeds, in {folder.FullPath}");
        if (parallel > Math.Max(1, Environment.ProcessorCount / ProcessorsPerRun))
        {
            log.WriteLine($"note: {parallel} runs at a time share {Environment.ProcessorCount} processors; more than {Math.Max(1, Environment.ProcessorCount / ProcessorsPerRun)} are hardly faster here.");
        }

        var console = AnsiConsole.Console;
        var interactive = !json && console.Profile.Capabilities is { Interactive: true, Ansi: true } && !Console.IsOutputRedirected;
        if (!interactive)
        {
            ExperimentView.WriteLines(log, board, time);
        }

        try
        {
            // The runs must not wait for the screen.
            var work = Task.Run(() => new ExperimentRunner(folder, (run, view, token) => EpisodeHost.RunAsync(run, view, view.Warn, token), board).RunAsync(runs, parallel, cancellationToken), CancellationToken.None);
            if (interactive)
            {
                await ExperimentView.ShowAsync(console, board, work, time);
            }

            await work;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await Console.Error.WriteLineAsync($"stopped; nothing is lost. Go on with: {again}");
            return ExitCode.Interrupted;
        }

        if (board.Failures is { Count: > 0 } failures)
        {
            await Console.Error.WriteLineAsync($"error: {failures.Count} of {runs.Count} runs failed, {string.Join(", ", failures.Select(failure => failure.Run))}: {failures[0].Message} Mend that and go on with: {again}");
            return ExitCode.Failure;
        }

        var leaderboard = await LeaderboardFiles.BuildAsync(plan, folder, cancellationToken);
        await LeaderboardFiles.WriteAsync(leaderboard, folder.FullPath, cancellationToken);
        if (json)
        {
            Console.WriteLine(LeaderboardFiles.Json(leaderboard));
        }
        else
        {
            LeaderboardView.Write(leaderboard, folder.FullPath);
        }

        return ExitCode.Success;
    }

    private static async Task ListAsync(ExperimentPlan plan, ExperimentFolder folder, bool json, CancellationToken cancellationToken)
    {
        var runs = new List<ExperimentRunState>();
        foreach (var run in plan.Runs())
        {
            runs.Add(new(run.Name, run.Arm, run.Episode.Seed, await folder.StateAsync(run, cancellationToken)));
        }

        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(runs, CliJson.Readable.IReadOnlyListExperimentRunState));
            return;
        }

        PlainTable.Write(["arm", "changes"], plan.Arms.Select(arm => new[]
        {
            arm.IsBaseline ? $"{arm.Name} (baseline)" : arm.Name, string.Join(", ", arm.Changes.Where(change => change.Value.ValueKind != JsonValueKind.Null).Select(change => $"{change.Key}={change.Value.GetRawText()}")),
        }));
        PlainTable.Write(["run", "state"], runs.Select(run => new[] { run.Run, run.State }));
        Console.WriteLine($"{runs.Count} runs in {folder.FullPath}, {runs.Count(run => run.State == "finished")} finished; the reference is {plan.Reference}");
    }
}

/// <summary>A run of an experiment, as <c>experiment --dry-run --json</c> lists it.</summary>
/// <param name="Run">Its name.</param>
/// <param name="Arm">Its arm.</param>
/// <param name="Seed">Its seed.</param>
/// <param name="State"><c>finished</c>, <c>interrupted</c>, <c>running</c>, <c>failed</c> or <c>waiting</c>.</param>
internal sealed record ExperimentRunState(string Run, string Arm, uint Seed, string State);
