using DataEnvGym.Core.Workflows;
using Microsoft.DurableTask;

namespace DataEnvGym.Functions.Engine;

/// <summary>
/// How a failed workflow ends its orchestration. The message is <c>{type}: {message}</c> of the error that caused it: of an exception, only type and message
/// survive the way through the host, and this one's type would hide the cause's.
/// </summary>
public sealed class WorkflowFailedException : Exception
{
    private const string Between = ": ";
    private static readonly string TypeName = typeof(WorkflowFailedException).FullName!;

    private WorkflowFailedException(string errorType, Exception cause)
        : base($"{errorType}{Between}{cause.Message}", cause)
    {
    }

    internal static WorkflowFailedException Of(Exception cause) =>
        new(cause is ActivityFailedException failed ? failed.ErrorType : cause.GetType().FullName!, cause);

    /// <summary>Reads why a workflow failed off what the host kept.</summary>
    /// <param name="workflow">Name of the workflow.</param>
    /// <param name="details">What the host kept.</param>
    internal static ActivityFailedException Read(string workflow, TaskFailureDetails details)
    {
        for (var level = details; level is not null; level = level.InnerFailure)
        {
            if (level.ErrorType == TypeName && level.ErrorMessage.IndexOf(Between, StringComparison.Ordinal) is > 0 and var end)
            {
                return new(workflow, level.ErrorMessage[..end], level.ErrorMessage[(end + Between.Length)..]);
            }
        }

        return new(workflow, details.ErrorType, details.ErrorMessage);
    }
}
