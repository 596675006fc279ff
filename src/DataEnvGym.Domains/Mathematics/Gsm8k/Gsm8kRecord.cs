using System.Text.Json.Serialization;

namespace DataEnvGym.Domains.Mathematics.Gsm8k;

/// <summary>One line of a GSM8K file.</summary>
internal sealed record Gsm8kRecord(string? Question, string? Answer);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, AllowDuplicateProperties = false, MaxDepth = 8)]
[JsonSerializable(typeof(Gsm8kRecord))]
internal sealed partial class Gsm8kJson : JsonSerializerContext;
