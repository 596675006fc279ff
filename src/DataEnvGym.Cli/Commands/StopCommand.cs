using System.CommandLine;
using DataEnvGym.Cli.Hosting;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Local.Journal;
using DataEnvGym.Local.Runs;

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
                ?? throw new UsageException($"{folder.Name} has not begun; start it with: {UserCommand.Of("resume", folder)}");
            if (instance.State != InstanceState.Running)
            {
                throw new UsageException($"{folder.Name} has ended already; see: {UserCommand.Of("show", folder)}");
            }

            const string Reason = "asked for on the command line";
            var status = RunReader.ReadStatus(folder);
            EventInbox.Post(folder.Journal, instance.Id, EpisodeNames.Stop, Reason);
            if (status is { Iteration: > 0 and var iteration })
            {
                EventInbox.Post(folder.Journal, $"{instance.Id}/{EpisodeNames.IterationInstance(iteration)}", EpisodeNames.Stop, Reason);
            }

            if (status is { Phase: EpisodeStatus.WaitingForApproval })
            {
                Console.WriteLine($"{folder.Name} waits for approval and will end once it is answered: {UserCommand.Of("approve", folder)} [--reject]");
            }

            Console.WriteLine(RunLock.IsHeld(folder)
                ? $"{folder.Name} will end after the iteration under way, with a report."
                : $"{folder.Name} is not running; it will end after the iteration that it was in, once it goes on: {UserCommand.Of("resume", folder)}");
            return await Task.FromResult(ExitCode.Success);
        });
        return command;
    }
}
