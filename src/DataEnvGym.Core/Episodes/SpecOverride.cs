using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DataEnvGym.Core.Episodes;

/// <summary>Replaces one field of a spec document, as <c>--set path=value</c> does.</summary>
internal static class SpecOverride
{
    public static void Apply(JsonObject root, string path, string value, string source)
    {
        var names = path.Split('.');
        var target = root;
        foreach (var name in names[..^1])
        {
            if (target[name] is null)
            {
                target[name] = new JsonObject();
            }

            target = target[name] as JsonObject
                ?? throw new SpecException(source, [$"{path}: cannot be set, because {name} is not an object."]);
        }

        target[names[^1]] = Parse(value);
    }

    // A value is JSON where it can be read as JSON (2, true, null, "x"), and otherwise the text itself, so that quotes are rarely needed.
    private static JsonNode? Parse(string value)
    {
        try
        {
            return SpecJson.Parse(Encoding.UTF8.GetBytes(value));
        }
        catch (JsonException)
        {
            return JsonValue.Create(value);
        }
    }
}
