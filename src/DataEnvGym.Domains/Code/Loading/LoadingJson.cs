using System.Text.Json;
using System.Text.Json.Serialization;

namespace DataEnvGym.Domains.Code.Loading;

// What is not needed is left unread: the published files have more fields than are used here.
[JsonSourceGenerationOptions(AllowDuplicateProperties = false, MaxDepth = 32)]
[JsonSerializable(typeof(HumanEvalRecord))]
[JsonSerializable(typeof(MbppRecord))]
[JsonSerializable(typeof(LiveCodeBenchRecord))]
[JsonSerializable(typeof(LiveCodeBenchMetadata))]
[JsonSerializable(typeof(IReadOnlyList<LiveCodeBenchCase>))]
[JsonSerializable(typeof(Dictionary<string, JsonElement>))]
[JsonSerializable(typeof(JsonElement))]
internal sealed partial class LoadingJson : JsonSerializerContext;
