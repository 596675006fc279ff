using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using DataEnvGym.Core.Workflows;

namespace DataEnvGym.Functions.Engine;

/// <summary>
/// What passes through Durable Functions: text that holds JSON, made here and not by the host's own serialiser, so that both engines write the same.
/// </summary>
internal static class Payload
{
    /// <summary>Longest payload, in characters. It is stored with the history and read again in every replay; anything larger is data and belongs into an artefact.</summary>
    internal const int MaxLength = 512 * 1024;

    public static string Write<T>(T value, JsonTypeInfo<T> type, string what)
    {
        var text = JsonSerializer.Serialize(value, type);
        return text.Length <= MaxLength
            ? text
            : throw new PermanentException($"The {what} has {text.Length} characters of JSON, above the limit of {MaxLength}; pass a reference to an artefact.");
    }

    public static T Read<T>(string? text, JsonTypeInfo<T> type, string what)
    {
        try
        {
            return JsonSerializer.Deserialize(text ?? "", type)!;
        }
        catch (JsonException e)
        {
            throw Unreadable<T>(what, e);
        }
    }

    public static T Read<T>(JsonElement json, JsonTypeInfo<T> type, string what)
    {
        try
        {
            return json.Deserialize(type)!;
        }
        catch (JsonException e)
        {
            throw Unreadable<T>(what, e);
        }
    }

    private static PermanentException Unreadable<T>(string what, JsonException error) =>
        new($"The {what} does not read as {typeof(T).Name}: {error.Message}", error);
}
