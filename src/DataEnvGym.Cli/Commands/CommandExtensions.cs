using System.CommandLine;
using DataEnvGym.Core.Curricula;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Skills;
using DataEnvGym.Core.Tasks;
using DataEnvGym.Core.Traces;
using DataEnvGym.Core.Workflows;
using DataEnvGym.Exchange;
using DataEnvGym.Local.Runs;
using DataEnvGym.Students.Checkpoints;

namespace DataEnvGym.Cli.Commands;

/// <summary>Turns errors into one sentence on standard error and an exit code.</summary>
internal static class CommandExtensions
{
    private const string TraceVariable = "DATAENVGYM_TRACE";

    // An activity's error crosses the journal as the name of its type.
    private static readonly string?[] BadInput = [typeof(TaskDataException).FullName, typeof(SpecException).FullName, typeof(CheckpointException).FullName, typeof(TaxonomyException).FullName];

    public static void Run(this Command command, Func<ParseResult, CancellationToken, Task<int>> action) =>
        command.SetAction(async (parsed, cancellationToken) =>
        {
            try
            {
                return await action(parsed, cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                await Console.Error.WriteLineAsync("stopped.");
                return ExitCode.Interrupted;
            }
            catch (Exception error)
            {
                await Console.Error.WriteLineAsync($"error: {MessageOf(error)}");
                await TraceAsync(error);
                return CodeOf(error);
            }
        });

    private static int CodeOf(Exception error) => error switch
    {
        RunLockedException => ExitCode.Locked,
        SpecException or TaskDataException or CheckpointException or UsageException or CurriculumException or TaxonomyException or TraceException or ExchangeException => ExitCode.BadInput,
        ActivityFailedException failed => BadInput.Contains(failed.ErrorType) ? ExitCode.BadInput : ExitCode.Failure,
        _ => ExitCode.Failure,
    };

    // An activity's error may come from a native library, which puts its stack below the first line.
    private static string MessageOf(Exception error) => error is ActivityFailedException ? error.Message.Split('\n')[0].TrimEnd() : error.Message;

    // Where in the program it happened is for those who mend it.
    private static async Task TraceAsync(Exception error)
    {
        if (Environment.GetEnvironmentVariable(TraceVariable) is "1")
        {
            await Console.Error.WriteLineAsync(error.ToString());
        }
    }
}

/// <summary>The command line asks for something that is not there. The message says what to do.</summary>
internal sealed class UsageException(string message) : Exception(message);
