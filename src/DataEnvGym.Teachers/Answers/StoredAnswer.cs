using System.Text.Json.Serialization;
using DataEnvGym.Teachers.Chat;

namespace DataEnvGym.Teachers.Answers;

/// <summary>An answer that was paid for; or, in its place, that requests for it were sent.</summary>
/// <param name="Text">What the teacher said.</param>
/// <param name="End">How it ended; <see cref="AnswerEnd.Lost"/> while there is no answer.</param>
/// <param name="Usage">Its tokens; nothing if the service did not say.</param>
internal sealed record StoredAnswer(string Text, AnswerEnd End, TokenUsage? Usage)
{
    /// <summary>Requests that were sent and brought no answer.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Lost { get; init; }

    /// <summary>Milliseconds from request to answer, when it was bought.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? LatencyMilliseconds { get; init; }

    /// <summary>What stands in the place of an answer as long as it has not come.</summary>
    public static StoredAnswer Awaited(int lost) => new("", AnswerEnd.Lost, null) { Lost = lost };
}

/// <summary>All that decides what a teacher answers. Its JSON is what an answer is found by.</summary>
internal sealed record CallContent(
    string Kind, string? Endpoint, string? Model, IReadOnlyList<CallMessage> Messages, string? Schema, int MaxTokens, double Temperature, long Seed);

/// <summary>One message of a call.</summary>
internal sealed record CallMessage(string Role, string Content);

/// <summary>How answers are written and read.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(StoredAnswer))]
[JsonSerializable(typeof(CallContent))]
internal sealed partial class AnswerJson : JsonSerializerContext;
