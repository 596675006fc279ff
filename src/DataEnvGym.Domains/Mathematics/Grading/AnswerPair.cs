using System.Text.Json.Serialization;

namespace DataEnvGym.Domains.Mathematics.Grading;

/// <summary>One line of a file of pairs; other fields are allowed and not read.</summary>
internal sealed record AnswerPair(string? Gold, string? Pred);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, MaxDepth = 16)]
[JsonSerializable(typeof(AnswerPair))]
internal sealed partial class AnswerPairJson : JsonSerializerContext;
