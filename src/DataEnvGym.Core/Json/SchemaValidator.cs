using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace DataEnvGym.Core.Json;

/// <summary>
/// Checks a document against the part of JSON Schema that <see cref="SchemaWriter"/> writes, with messages for people: the path of the
/// field, its value, and what to do.
/// </summary>
public static class SchemaValidator
{
    private static readonly TimeSpan PatternTimeout = TimeSpan.FromMilliseconds(100);

    /// <summary>Every problem of <paramref name="document"/>, one sentence each; empty if it is valid.</summary>
    public static List<string> Validate(JsonObject schema, JsonNode? document)
    {
        var problems = new List<string>();
        Check(schema, document, "", problems);
        return problems;
    }

    private static void Check(JsonObject schema, JsonNode? node, string path, List<string> problems)
    {
        var types = Types(schema);
        var found = TypeOf(node);
        if (types.Count > 0 && !types.Contains(found) && !(found == "integer" && types.Contains("number")))
        {
            problems.Add($"{Name(path)}: expected {Words(types)}, found {Show(node)}.");
            return;
        }

        if (schema["enum"] is JsonArray options && !options.Any(option => JsonNode.DeepEquals(option, node)))
        {
            var words = options.OfType<JsonValue>().Select(option => option.ToString()).ToList();
            var hint = found == "string" ? Suggestion.DidYouMean(node!.ToString(), words) : "";
            problems.Add($"{Name(path)}: {Show(node)} is not one of {string.Join(", ", words.Select(word => $"\"{word}\""))}.{hint}");
            return;
        }

        switch (node)
        {
            case JsonObject fields:
                CheckFields(schema, fields, path, problems);
                break;
            case JsonArray elements when schema["items"] is JsonObject element:
                for (var i = 0; i < elements.Count; i++)
                {
                    Check(element, elements[i], $"{path}[{i}]", problems);
                }

                break;
            case JsonValue value:
                CheckValue(schema, value, found, path, problems);
                break;
        }
    }

    private static void CheckFields(JsonObject schema, JsonObject fields, string path, List<string> problems)
    {
        if (schema["properties"] is not JsonObject known)
        {
            CheckEntries(schema, fields, path, problems);
            return;
        }

        foreach (var (name, value) in fields)
        {
            var child = path.Length == 0 ? name : $"{path}.{name}";
            if (known[name] is JsonObject property)
            {
                Check(property, value, child, problems);
            }
            else
            {
                var names = known.Select(pair => pair.Key).Where(key => key != "$schema").ToList();
                problems.Add($"{child}: unknown field.{Suggestion.DidYouMean(name, names)} The fields here are {string.Join(", ", names)}.");
            }
        }
    }

    // Names of the writer's own choice, with values that all follow one rule or none.
    private static void CheckEntries(JsonObject schema, JsonObject entries, string path, List<string> problems)
    {
        foreach (var (name, value) in entries)
        {
            Check(schema["additionalProperties"] as JsonObject ?? [], value, path.Length == 0 ? name : $"{path}.{name}", problems);
        }
    }

    private static void CheckValue(JsonObject schema, JsonValue value, string type, string path, List<string> problems)
    {
        if (type == "string" && schema["pattern"]?.GetValue<string>() is { } pattern && !HasForm(value.GetValue<string>(), pattern))
        {
            // Whoever has put a key in place of a variable's name must not find it in a log.
            var shown = path.EndsWith("Variable", StringComparison.Ordinal) ? "what stands there" : Show(value);
            problems.Add($"{path}: {shown} does not have the form {pattern}.");
        }

        if (type is "integer" or "number")
        {
            var number = double.Parse(value.ToJsonString(), CultureInfo.InvariantCulture);
            if (schema["minimum"]?.GetValue<double>() is { } minimum && number < minimum)
            {
                problems.Add($"{path}: {Show(value)} is too small; the least is {schema["minimum"]!.ToJsonString()}.");
            }

            if (schema["maximum"]?.GetValue<double>() is { } maximum && number > maximum)
            {
                problems.Add($"{path}: {Show(value)} is too large; the most is {schema["maximum"]!.ToJsonString()}.");
            }
        }
    }

    // A pattern is one of JavaScript and describes the whole text: .NET's $ alone would let a final line break pass.
    private static bool HasForm(string text, string pattern) =>
        Regex.Match(text, pattern, RegexOptions.ECMAScript, PatternTimeout) is { Success: true } match && match.Length == text.Length;

    private static List<string> Types(JsonObject schema) => schema["type"] switch
    {
        JsonArray several => [.. several.Select(type => type!.GetValue<string>())],
        JsonValue one => [one.GetValue<string>()],
        _ => [],
    };

    private static string TypeOf(JsonNode? node) => node?.GetValueKind() switch
    {
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        JsonValueKind.Number => IsWhole(node.ToJsonString()) ? "integer" : "number",
        _ => "null",
    };

    private static bool IsWhole(string number) => number.All(c => char.IsAsciiDigit(c) || c == '-');

    private static string Words(List<string> types) =>
        string.Join(" or ", types.Select(type => type switch { "integer" => "a whole number", "object" => "an object", "array" => "an array", "null" => "null", _ => $"a {type}" }));

    private static string Name(string path) => path.Length == 0 ? "the document" : path;

    private static string Show(JsonNode? node)
    {
        var text = node?.ToJsonString() ?? "null";
        return text.Length <= 60 ? text : $"{text[..57]}…";
    }
}
