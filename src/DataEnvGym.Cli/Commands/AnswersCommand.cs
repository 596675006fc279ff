using System.CommandLine;
using DataEnvGym.Cli.Hosting;
using DataEnvGym.Local.Documents;
using DataEnvGym.Teachers.Replay;

namespace DataEnvGym.Cli.Commands;

/// <summary><c>answers</c>: what a run's teachers said.</summary>
internal static class AnswersCommand
{
    public static Command Create() => new("answers", "What the teachers of a run said.") { Export() };

    private static Command Export()
    {
        var file = new Argument<string>("file") { Description = "Where to write the recording: a line of JSON for each answer." };
        var (run, runs) = (CommonOptions.Run(), CommonOptions.Runs());
        var command = new Command("export", "Writes what a run's teachers were asked and answered to a file, which a teacher of kind \"replay\" plays without a network.") { run, file, runs };
        command.Run(async (parsed, cancellationToken) =>
        {
            var folder = CommonOptions.FindRun(parsed.GetRequiredValue(runs), parsed.GetRequiredValue(run));
            var path = Path.GetFullPath(parsed.GetRequiredValue(file));
            List<string> names = Directory.Exists(folder.Answers) ? [.. Directory.EnumerateFiles(folder.Answers, "*.json").Select(name => Path.GetFileName(name)!)] : [];
            if (names.Count == 0)
            {
                throw new UsageException($"{folder.Name} has kept no answers: only those of teachers on the network are kept.");
            }

            if (!Directory.Exists(Path.GetDirectoryName(path)))
            {
                throw new UsageException($"there is no folder {Path.GetDirectoryName(path)}; make it, or choose another place for the file.");
            }

            var (written, leftOut) = (0, 0);
            await AtomicFile.WriteAsync(
                path,
                async stream => (written, leftOut) = await RecordingExport.WriteAsync(new FileDocumentStore(folder.Answers), names, stream, cancellationToken),
                cancellationToken);
            Console.WriteLine($"{written:N0} answers in {path}{(leftOut == 0 ? "" : $"; {leftOut:N0} were kept without their questions and are left out")}. "
                + "Play them with \"teacher\": { \"kind\": \"replay\", \"fixtures\": \"FILE\" }.");
            return ExitCode.Success;
        });
        return command;
    }
}
