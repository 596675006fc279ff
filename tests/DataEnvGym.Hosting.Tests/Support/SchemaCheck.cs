using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace DataEnvGym.Hosting.Tests.Support;

/// <summary>Checks values against the part of JSON Schema that the OpenAPI document uses; a keyword that it does not know is a problem.</summary>
internal sealed class SchemaCheck(JsonNode document)
{
    private static readonly string[] Annotations = ["description", "format", "example", "default", "title"];

    public List<string> Problems(JsonNode schema, JsonNode? value) => [.. Check(Resolve(schema).AsObject(), value, "$")];

    public JsonNode Resolve(JsonNode node)
    {
        while (node["$ref"]?.GetValue<string>() is { } reference)
        {
            node = reference.Split('/').Skip(1).Aggregate(document, (at, part) => at[part] ?? throw new InvalidOperationException($"{reference} leads nowhere"));
        }

        return node;
    }

    private IEnumerable<string> Check(JsonObject schema, JsonNode? value, string path) => schema.SelectMany(keyword => keyword.Key switch
    {
        "type" => CheckThat(Types(keyword.Value!).Any(type => Is(type, value)), $"{path} is no {keyword.Value}: {value}"),
        "enum" => CheckThat(keyword.Value!.AsArray().Any(option => JsonNode.DeepEquals(option, value)), $"{path} is none of {keyword.Value}"),
        "pattern" => CheckThat(value is not JsonValue text || Regex.IsMatch($"{text}", $"{keyword.Value}"), $"{path} has not the form {keyword.Value}: {value}"),
        "minimum" => CheckThat(value is not JsonValue || Number(value) >= Number(keyword.Value!), $"{path} is too small"),
        "maximum" => CheckThat(value is not JsonValue || Number(value) <= Number(keyword.Value!), $"{path} is too large"),
        "maxLength" => CheckThat($"{value}".Length <= Number(keyword.Value!), $"{path} is too long"),
        "items" => value is JsonArray items ? items.SelectMany((item, i) => Check(Resolve(keyword.Value!).AsObject(), item, $"{path}[{i}]")) : [],
        "required" => keyword.Value!.AsArray().Where(name => value is JsonObject fields && !fields.ContainsKey($"{name}")).Select(name => $"{path}.{name} is missing"),
        "properties" => value is JsonObject fields
            ? fields.Where(field => keyword.Value![field.Key] is not null).SelectMany(field => Check(Resolve(keyword.Value![field.Key]!).AsObject(), field.Value, $"{path}.{field.Key}"))
            : [],
        "additionalProperties" => value is JsonObject fields ? CheckOthers(schema, fields, keyword.Value!, path) : [],
        _ => CheckThat(Annotations.Contains(keyword.Key), $"{path}: the keyword {keyword.Key} is not known"),
    });

    private IEnumerable<string> CheckOthers(JsonObject schema, JsonObject fields, JsonNode rule, string path) => fields
        .Where(field => schema["properties"]?[field.Key] is null)
        .SelectMany(field => rule is JsonObject inner ? Check(inner, field.Value, $"{path}.{field.Key}") : [$"{path}.{field.Key} is not known"]);

    private static IEnumerable<string> CheckThat(bool holds, string problem) => holds ? [] : [problem];

    private static IEnumerable<string> Types(JsonNode type) => type is JsonArray several ? several.Select(one => $"{one}") : [$"{type}"];

    private static bool Is(string type, JsonNode? value) => (type, value?.GetValueKind() ?? JsonValueKind.Null) switch
    {
        ("object", JsonValueKind.Object) or ("array", JsonValueKind.Array) or ("string", JsonValueKind.String) or ("null", JsonValueKind.Null) => true,
        ("boolean", JsonValueKind.True or JsonValueKind.False) or ("number", JsonValueKind.Number) => true,
        ("integer", JsonValueKind.Number) => value!.ToJsonString().All(c => char.IsAsciiDigit(c) || c == '-'),
        _ => false,
    };

    private static double Number(JsonNode value) => double.Parse(value.ToJsonString().Trim('"'));
}
