using System.CommandLine;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Tasks;
using DataEnvGym.Core.Workflows;
using DataEnvGym.Local.Journal;
using DataEnvGym.Local.Runs;

namespace DataEnvGym.Cli.Commands;

/// <summary>Turns errors that a person can act on into one line on standard error and an exit code.</summary>
internal static class CommandExtensions
{
    public static void Run(this Command command, Func<ParseResult, CancellationToken, Task<int>> action) =>
        command.SetAction(async (parsed, cancellationToken) =>
        {
            try
            {
                return await action(parsed, cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return ExitCode.Interrupted;
            }
            catch (Exception error) when (CodeOf(error) is { } code)
            {
                await Console.Error.WriteLineAsync($"error: {error.Message}");
                return code;
            }
        });

    private static int? CodeOf(Exception error) => error switch
    {
        RunLockedException => ExitCode.Locked,
        SpecException or TaskDataException or UsageException or FormatException or FileNotFoundException or DirectoryNotFoundException => ExitCode.BadInput,
        ActivityFailedException failed => IsBadInput(failed) ? ExitCode.BadInput : ExitCode.Failure,
        PermanentException or JournalException or IOException or UnauthorizedAccessException => ExitCode.Failure,
        _ => null,
    };

    private static bool IsBadInput(ActivityFailedException error) =>
        error.ErrorType == typeof(TaskDataException).FullName || error.ErrorType == typeof(SpecException).FullName;
}

/// <summary>The command line asks for something that is not there. The message says what to do.</summary>
internal sealed class UsageException(string message) : Exception(message);
