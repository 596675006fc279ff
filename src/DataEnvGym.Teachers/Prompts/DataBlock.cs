using System.Text.Json;

namespace DataEnvGym.Teachers.Prompts;

/// <summary>The fenced JSON block at the end of a prompt that holds all that varies.</summary>
internal static class DataBlock
{
    /// <summary>Longest block that is read, in characters.</summary>
    public const int MaxLength = 1_000_000;

    private const string Open = "```json\n";
    private const string Close = "\n```";

    /// <summary>
    /// Writes a request. A backtick stands in JSON only inside strings, so escaping all of them keeps any text from closing the fence.
    /// </summary>
    public static string Write(TeacherRequest request) =>
        Open + JsonSerializer.Serialize(request, TeacherJson.Readable.TeacherRequest).Replace("`", "\\u0060", StringComparison.Ordinal) + Close;

    /// <summary>Whether a text has the start of a block.</summary>
    public static bool IsIn(string text) => text.Contains(Open, StringComparison.Ordinal);

    /// <summary>Reads the last block in <paramref name="text"/>.</summary>
    /// <returns>The request, or null with a sentence on what is wrong.</returns>
    public static TeacherRequest? Read(string text, out string? problem)
    {
        problem = null;
        var open = text.LastIndexOf(Open, StringComparison.Ordinal);
        var start = open + Open.Length;
        var end = open < 0 ? -1 : text.IndexOf(Close, start, StringComparison.Ordinal);
        if (end < 0)
        {
            problem = "The message has no JSON data block.";
            return null;
        }

        if (end - start > MaxLength)
        {
            problem = $"The data block has {end - start} characters; at most {MaxLength} are read.";
            return null;
        }

        try
        {
            var request = JsonSerializer.Deserialize(text.AsSpan(start, end - start), TeacherJson.Readable.TeacherRequest);
            problem = request is null ? "The data block is the JSON null." : null;
            return request;
        }
        catch (Exception e) when (e is JsonException or NotSupportedException)
        {
            problem = $"The data block is not a known request: {e.Message}";
            return null;
        }
    }
}
