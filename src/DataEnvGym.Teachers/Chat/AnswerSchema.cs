using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;

namespace DataEnvGym.Teachers.Chat;

/// <summary>The JSON Schema that an answer must fit, made from its .NET type.</summary>
internal static class AnswerSchema
{
    private static readonly JsonSchemaExporterOptions Exporter = new() { TreatNullObliviousAsNonNullable = true };

    /// <summary>The schema on one line.</summary>
    public static string Of(JsonTypeInfo answer) => answer.GetJsonSchemaAsNode(Exporter).ToJsonString();

    /// <summary>The <c>response_format</c> of the OpenAI chat API, which makes a server that knows it produce nothing else.</summary>
    public static JsonElement ResponseFormat(string schema)
    {
        var format = new JsonObject
        {
            ["type"] = "json_schema",
            ["json_schema"] = new JsonObject { ["name"] = "answer", ["strict"] = true, ["schema"] = JsonNode.Parse(schema) },
        };
        using var document = JsonDocument.Parse(format.ToJsonString());
        return document.RootElement.Clone();
    }
}
