using System.Text.Json.Serialization;
using DataEnvGym.Core.Workflows;

namespace DataEnvGym.Local.Journal;

/// <summary>A failure as it is journaled.</summary>
/// <param name="Types">Full names of the exception's type and its base types, the most derived first.</param>
/// <param name="Message">The exception's message.</param>
internal sealed record FailureRecord(IReadOnlyList<string> Types, string Message)
{
    /// <summary>Records an exception. A failed activity inside a workflow passes its own error on, so that the cause keeps its type.</summary>
    public static FailureRecord Of(Exception exception) =>
        exception is ActivityFailedException failed ? new([failed.ErrorType], failed.Message) : new(TypesOf(exception), exception.Message);

    /// <summary>The failure as the caller sees it.</summary>
    public ActivityFailedException ToException(string name) => new(name, Types[0], Message);

    private static List<string> TypesOf(Exception exception)
    {
        var types = new List<string>();
        for (var type = exception.GetType(); type is not null && type != typeof(object); type = type.BaseType)
        {
            types.Add(type.FullName ?? type.Name);
        }

        return types;
    }
}

[JsonSerializable(typeof(FailureRecord))]
internal sealed partial class JournalJson : JsonSerializerContext;
