using System.Text.Json.Nodes;

namespace DataEnvGym.Infrastructure.Tests;

/// <summary>Ways through JSON.</summary>
internal static class Json
{
    /// <summary>The value at a path of property names.</summary>
    public static JsonNode? At(this JsonNode? node, string path) =>
        path.Split('/').Aggregate(node, (n, part) => n is JsonArray array ? array[int.Parse(part)] : n?[part]);

    public static T At<T>(this JsonNode? node, string path) =>
        (node.At(path) ?? throw new ShouldAssertException($"There is no '{path}' in {node}.")).GetValue<T>();

    /// <summary>Every string below a node, names of properties included.</summary>
    public static IEnumerable<string> Strings(JsonNode? node) => node switch
    {
        JsonObject o => o.SelectMany(p => Strings(p.Value).Prepend(p.Key)),
        JsonArray a => a.SelectMany(Strings),
        JsonValue v when v.TryGetValue<string>(out var text) => [text],
        _ => [],
    };
}
