using System.Text.Json.Nodes;

namespace DataEnvGym.Azure.ContainerApps;

/// <summary>Reads JSON whose shape is not ours: what is not there, or is something else, is nothing.</summary>
internal static class JsonPath
{
    public static JsonNode? At(this JsonNode? node, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            node = (node as JsonObject)?[name];
        }

        return node;
    }

    public static string? Text(this JsonNode? node, params ReadOnlySpan<string> path) =>
        node.At(path) is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    public static IEnumerable<JsonNode> Items(this JsonNode? node) => (node as JsonArray)?.OfType<JsonNode>() ?? [];
}
