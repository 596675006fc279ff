using System.Text.Json.Serialization;

namespace DataEnvGym.Students.Models;

[JsonSerializable(typeof(ModelConfig))]
internal sealed partial class ModelJsonContext : JsonSerializerContext;
