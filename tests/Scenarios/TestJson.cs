using System.Text.Json.Serialization;

namespace DataEnvGym.Scenarios;

[JsonSerializable(typeof(int))]
[JsonSerializable(typeof(int[]))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(DateTimeOffset[]))]
internal sealed partial class TestJson : JsonSerializerContext;
