using System.CommandLine;
using DataEnvGym.Cli.Hosting;

namespace DataEnvGym.Cli.Commands;

/// <summary><c>resume</c>: goes on with an episode that was interrupted, however that happened.</summary>
internal static class ResumeCommand
{
    public static Command Create()
    {
        var (run, runs, json) = (CommonOptions.Run(), CommonOptions.Runs(), CommonOptions.Json());
        var command = new Command("resume", "Goes on with an interrupted run; what was done is not done again. For a finished run, prints its report.") { run, runs, json };
        command.Run(async (parsed, cancellationToken) =>
        {
            var folder = CommonOptions.FindRun(parsed.GetRequiredValue(runs), parsed.GetRequiredValue(run));
            var spec = await RunReader.ReadSpecAsync(folder, cancellationToken);
            return await EpisodeRunner.RunAsync(folder, spec, parsed.GetValue(json), cancellationToken);
        });
        return command;
    }
}
