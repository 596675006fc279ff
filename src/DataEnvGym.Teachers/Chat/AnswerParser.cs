using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace DataEnvGym.Teachers.Chat;

/// <summary>Reads a teacher's answer: one JSON object, bare or in a <c>```json</c> fence, with exactly the fields of its type.</summary>
internal static class AnswerParser
{
    private const int MaxLength = 1_000_000;
    private const string Open = "```json";
    private const string Close = "```";

    /// <summary>Reads <paramref name="text"/>.</summary>
    /// <returns>The answer, or null with a sentence on what is wrong.</returns>
    public static T? Parse<T>(string text, JsonTypeInfo<T> type, out string? problem)
        where T : class, ICheckedAnswer
    {
        if (text.Length > MaxLength)
        {
            problem = $"The answer has {text.Length} characters; at most {MaxLength} are read.";
            return null;
        }

        try
        {
            var answer = JsonSerializer.Deserialize(WithoutFence(text), type);
            problem = answer is null ? "The answer is the JSON null; an object is needed." : answer.FindProblem();
            return problem is null ? answer : null;
        }
        catch (JsonException e)
        {
            problem = $"The answer is not the JSON that was asked for: {e.Message}";
            return null;
        }
    }

    private static ReadOnlySpan<char> WithoutFence(string text)
    {
        var body = text.AsSpan().Trim();
        return body.StartsWith(Open) && body.EndsWith(Close) && body.Length >= Open.Length + Close.Length
            ? body[Open.Length..^Close.Length]
            : body;
    }
}
