using System.Text.Json.Serialization;
using DataEnvGym.Teachers.Chat;

namespace DataEnvGym.Teachers.Answers;

/// <summary>An answer that was paid for.</summary>
/// <param name="Text">What the teacher said.</param>
/// <param name="End">How it ended.</param>
/// <param name="Usage">Its tokens; nothing if the service did not say.</param>
internal sealed record StoredAnswer(string Text, AnswerEnd End, TokenUsage? Usage);

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
