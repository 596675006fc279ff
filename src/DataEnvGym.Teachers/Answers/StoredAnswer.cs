using System.Text.Json.Serialization;
using DataEnvGym.Core.Teachers;
using DataEnvGym.Teachers.Chat;
using DataEnvGym.Teachers.Replay;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;

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

    /// <summary>What was asked; nothing in a recording, which has it elsewhere, and in what earlier versions kept.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CallContent? Call { get; init; }

    /// <summary>The answer in the form that <see cref="StructuredChat"/> reads.</summary>
    public ChatMessageContent ToMessage() => new AnswerNotes(Lost, LatencyMilliseconds).On(new(
        AuthorRole.Assistant, Text, metadata: new Dictionary<string, object?> { [TokenUsage.MetadataKey] = Usage, [AnswerEnds.MetadataKey] = End }));
}

/// <summary>All that decides what a teacher answers. Its JSON is what an answer is found by.</summary>
internal sealed record CallContent(
    string Kind, string? Endpoint, string? Model, IReadOnlyList<CallMessage> Messages, string? Schema, int MaxTokens, double Temperature, long Seed)
{
    /// <summary>What a teacher is asked.</summary>
    public static CallContent Of(TeacherSpec spec, ChatHistory messages, PromptExecutionSettings? executionSettings)
    {
        var settings = CallSettings.Of(executionSettings);
        return new(
            spec.Kind, spec.Endpoint, spec.Model, [.. messages.Select(message => new CallMessage(message.Role.Label, message.Content ?? ""))],
            settings.ResponseFormat is { } format ? format.GetRawText() : null, settings.MaxTokens, settings.Temperature, settings.Seed);
    }
}

/// <summary>One message of a call.</summary>
internal sealed record CallMessage(string Role, string Content);

/// <summary>How answers are written and read.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, IgnoreReadOnlyProperties = true, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(StoredAnswer))]
[JsonSerializable(typeof(CallContent))]
[JsonSerializable(typeof(RecordedAnswer))]
internal sealed partial class AnswerJson : JsonSerializerContext;
