using System.Text.Json.Serialization;

namespace DataEnvGym.Functions.Engine;

/// <summary>What the engine itself writes around inputs and results.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(WorkflowCall))]
[JsonSerializable(typeof(ActivityCall))]
[JsonSerializable(typeof(ActivityAnswer))]
[JsonSerializable(typeof(string))]
internal sealed partial class EngineJson : JsonSerializerContext;
