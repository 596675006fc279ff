using System.CommandLine;
using System.Text.Json;
using DataEnvGym.Cli.Hosting;
using DataEnvGym.Cli.Views;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Hosting.Curricula;
using DataEnvGym.Local.Runs;
using Spectre.Console;

namespace DataEnvGym.Cli.Commands.Curricula;

/// <summary><c>curriculum run</c>: the next run, now and here.</summary>
internal static class CurriculumRunCommand
{
    public static Command Create()
    {
        var (id, runs, json) = (CurriculumCommand.Id(), CommonOptions.Runs(), CommonOptions.Json());
        var command = new Command("run", "Starts the next run of a curriculum now, or goes on with an interrupted one, and says what came of it.") { id, runs, json };
        command.Run(async (parsed, cancellationToken) =>
        {
            var (curriculum, root) = (parsed.GetRequiredValue(id), parsed.GetRequiredValue(runs));
            var service = CurriculumCommand.Service(root);
            var folder = new RunFolder(root, RunId.Parse(await service.RunNowAsync(curriculum, cancellationToken)));
            try
            {
                return await RunAsync(service, folder, parsed.GetValue(json), cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                await Console.Error.WriteLineAsync($"stopped; nothing is lost. Go on with: {UserCommand.Of("curriculum run", curriculum)}");
                return ExitCode.Interrupted;
            }
        });
        return command;
    }

    private static async Task<int> RunAsync(CurriculumService service, RunFolder folder, bool json, CancellationToken cancellationToken)
    {
        var run = (await CurriculumFolders.ReadRunAsync(folder, cancellationToken))!;
        var report = await EpisodeRunner.FollowAsync(folder, run.Episode, json, cancellationToken);
        var outcome = (await service.FindOutcomeAsync(run.Spec.Id, run.Number, cancellationToken))!;
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(outcome, CliJson.Readable.CurriculumOutcome));
            return ExitCode.Success;
        }

        ReportView.Write(AnsiConsole.Console, report, folder);
        foreach (var line in CurriculumView.Lines(outcome))
        {
            Console.WriteLine(line);
        }

        return ExitCode.Success;
    }
}
