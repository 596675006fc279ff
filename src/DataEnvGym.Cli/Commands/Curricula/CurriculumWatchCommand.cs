using System.CommandLine;
using DataEnvGym.Cli.Hosting;

namespace DataEnvGym.Cli.Commands.Curricula;

/// <summary><c>curriculum watch</c>: runs what is due, for as long as it stands.</summary>
internal static class CurriculumWatchCommand
{
    public static Command Create()
    {
        var runs = CommonOptions.Runs();
        var command = new Command("watch", "Stands in the foreground and runs what is due. Ctrl-C stops it; the next watch goes on with runs that were interrupted, however that happened.") { runs };
        command.Run(async (parsed, cancellationToken) =>
        {
            using var watch = new CurriculumWatch(parsed.GetRequiredValue(runs), Console.Out, TimeProvider.System);
            await watch.RunAsync(cancellationToken);
            return ExitCode.Success;
        });
        return command;
    }
}
