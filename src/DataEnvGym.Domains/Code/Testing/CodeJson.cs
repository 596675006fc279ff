using System.Text.Json;
using System.Text.Json.Serialization;

namespace DataEnvGym.Domains.Code.Testing;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    AllowDuplicateProperties = false,
    AllowOutOfOrderMetadataProperties = true,
    MaxDepth = 32)]
[JsonSerializable(typeof(CodeTests))]
[JsonSerializable(typeof(HarnessInput))]
[JsonSerializable(typeof(HarnessRecord))]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(bool))]
[JsonSerializable(typeof(int[]))]
[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(Dictionary<string, int>))]
internal sealed partial class CodeJson : JsonSerializerContext;

/// <summary>What the harness reads.</summary>
internal sealed record HarnessInput(string Entry, string Nonce, IReadOnlyList<IReadOnlyList<JsonElement>> Calls);

/// <summary>What the harness writes for each call: a value or an error.</summary>
internal sealed record HarnessRecord(int Index)
{
    /// <summary>What the call returned; undefined if it did not.</summary>
    public JsonElement Value { get; init; }

    /// <summary>What kind of error ended it.</summary>
    public string? Error { get; init; }
}
