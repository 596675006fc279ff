using System.CommandLine;
using DataEnvGym.Cli.Hosting;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Local.Journal;
using DataEnvGym.Local.Runs;

namespace DataEnvGym.Cli.Commands;

/// <summary><c>approve</c>: answers a run that waits for a person before it trains.</summary>
internal static class ApproveCommand
{
    public static Command Create()
    {
        var reject = new Option<bool>("--reject") { Description = "Do not train on the examples; the run ends with what it has, and a report." };
        var comment = new Option<string?>("--comment") { Description = "Why; it goes into the report.", HelpName = "text" };
        var (run, runs) = (CommonOptions.Run(), CommonOptions.Runs());
        var command = new Command("approve", "Approves of the examples that a run waits to train on (a spec with \"approval\": \"before-training\").") { run, reject, comment, runs };
        command.Run(async (parsed, cancellationToken) =>
        {
            var (folder, instance, iteration) = ApprovalPoint.Find(CommonOptions.FindRun(parsed.GetRequiredValue(runs), parsed.GetRequiredValue(run)));
            var approved = !parsed.GetValue(reject);
            var reviews = approved && (await RunReader.ReadSpecAsync(folder, cancellationToken)).Curation.Review is not null
                ? (await PendingReview.ReadAsync(folder, iteration, cancellationToken)).Decisions
                : null;
            EventInbox.Post(folder.Journal, instance, EpisodeNames.Approval(iteration), new Approval(approved, parsed.GetValue(comment)) { Reviews = reviews });
            Console.WriteLine($"The examples of iteration {iteration} of {folder.Name} are {(approved ? "approved" : "rejected")}."
                + (RunLock.IsHeld(folder) ? "" : $" It is not running; let it go on: {UserCommand.Of("resume", folder)}"));
            return ExitCode.Success;
        });
        return command;
    }
}
