using System.Text.Json.Serialization;
using DataEnvGym.Core.Students;

namespace DataEnvGym.Students;

[JsonSourceGenerationOptions(PropertyNameCaseInsensitive = true, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(TrainingText))]
internal sealed partial class TrainingTextJsonContext : JsonSerializerContext;
