using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using DataEnvGym.Core.Workflows;

namespace DataEnvGym.Local.Engine;

/// <summary>What goes through the journal, as text.</summary>
internal static class Json
{
    /// <summary>Longest payload, in characters. Anything larger is data and belongs into an artefact.</summary>
    internal const int MaxLength = 4 * 1024 * 1024;

    public static string Write<T>(T value, JsonTypeInfo<T> type, string what)
    {
        var text = JsonSerializer.Serialize(value, type);
        return text.Length <= MaxLength
            ? text
            : throw new PermanentException($"The {what} has {text.Length} characters of JSON, above the limit of {MaxLength}; pass a reference to an artefact.");
    }

    public static T Read<T>(string text, JsonTypeInfo<T> type, string what)
    {
        try
        {
            return JsonSerializer.Deserialize(text, type)!;
        }
        catch (JsonException e)
        {
            throw new PermanentException($"The {what} does not read as {typeof(T).Name}: {e.Message}", e);
        }
    }
}
