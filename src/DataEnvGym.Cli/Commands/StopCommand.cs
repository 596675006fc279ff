using System.CommandLine;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Local.Journal;
using DataEnvGym.Cli.Hosting;

namespace DataEnvGym.Cli.Commands;

/// <summary><c>stop</c>: asks a run to end after its iteration, with a report.</summary>
internal static class StopCommand
{
    public static Command Create()
    {
        var (run, runs) = (CommonOptions.Run(), CommonOptions.Runs());
        var command = new Command("stop", "Asks a run to end after the iteration under way and to write its report. (Ctrl-C, in contrast, pauses it at once.)") { run, runs };
        command.Run(async (parsed, _) =>
        {
            var folder = CommonOptions.FindRun(parsed.GetRequiredValue(runs), parsed.GetRequiredValue(run));
            var instance = RunReader.ReadInstance(folder)
                ?? throw new UsageException($"{folder.Name} has not begun; start it with: resume {folder.Designator}");
            if (instance.State != InstanceState.Running)
            {
                throw new UsageException($"{folder.Name} has ended already; see: show {folder.Designator}");
            }

            EventInbox.Post(folder.Journal, instance.Id, EpisodeNames.Stop, "asked for on the command line");
            Console.WriteLine($"{folder.Name} will end after the iteration under way. If it is not running now, resume it: resume {folder.Designator}");
            return await Task.FromResult(ExitCode.Success);
        });
        return command;
    }
}
