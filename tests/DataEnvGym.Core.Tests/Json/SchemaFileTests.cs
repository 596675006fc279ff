using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using DataEnvGym.Core.Curricula;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Experiments;
using DataEnvGym.Core.Json;

namespace DataEnvGym.Core.Tests.Json;

public sealed partial class SchemaFileTests
{
    public static TheoryData<string> Names { get; } = ["episode", "curriculum", "experiment"];

    // The schema in the repository is what the types, their attributes and their documentation say. UPDATE_SCHEMA=1 writes it anew.
    [Theory]
    [MemberData(nameof(Names))]
    public void Schema_InRepository_EqualsCode(string name)
    {
        (JsonTypeInfo type, var embedded) = name switch
        {
            "episode" => ((JsonTypeInfo)CoreJson.Default.EpisodeSpec, EpisodeSchema.Text),
            "curriculum" => (CoreJson.Default.CurriculumSpec, CurriculumSchema.Text),
            _ => (CoreJson.Default.ExperimentSpec, ExperimentSchema.Text),
        };
        var schema = SchemaWriter.Write(type, Summaries()).ToJsonString(new JsonSerializerOptions
        {
            WriteIndented = true, NewLine = "\n", Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        }) + "\n";
        if (Environment.GetEnvironmentVariable("UPDATE_SCHEMA") == "1")
        {
            File.WriteAllText(PathOf(name), schema);
        }

        File.ReadAllText(PathOf(name)).ShouldBe(schema, "run the tests with UPDATE_SCHEMA=1 and commit the file");
        embedded.ShouldBe(schema);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Schema_EveryField_HasDescription(string name) => Undescribed(Read(name), "").ShouldBeEmpty();

    // A keyword that the validator does not know would be a rule that nobody enforces.
    [Theory]
    [MemberData(nameof(Names))]
    public void Schema_Keywords_AreAllEnforced(string name)
    {
        string[] known = ["$schema", "type", "properties", "additionalProperties", "description", "enum", "pattern", "minimum", "maximum", "items"];

        Keywords(Read(name)).Except(known).ShouldBeEmpty();
    }

    private static string PathOf(string name) => Repository.PathOf("docs", $"{name}.schema.json");

    private static JsonObject Read(string name) => JsonNode.Parse(File.ReadAllText(PathOf(name)))!.AsObject();

    private static Func<MemberInfo, string?> Summaries()
    {
        var file = System.IO.Path.ChangeExtension(typeof(EpisodeSpec).Assembly.Location, ".xml");
        var members = XDocument.Load(file).Descendants("member").ToDictionary(member => member.Attribute("name")!.Value, member => member.Element("summary"));
        return member => members.GetValueOrDefault($"P:{member.DeclaringType!.FullName}.{member.Name}") is { } summary
            ? Spaces().Replace(string.Concat(summary.Nodes().Select(node => node is XElement element ? element.Value : node.ToString())), " ").Trim()
            : null;
    }

    private static IEnumerable<string> Undescribed(JsonObject schema, string path) => Fields(schema)
        .SelectMany(field => (field.Value["description"] is null ? [path + field.Key] : Array.Empty<string>()).Concat(Undescribed(field.Value, $"{path}{field.Key}.")));

    private static IEnumerable<string> Keywords(JsonObject schema) => schema.Select(pair => pair.Key).Concat(Fields(schema).SelectMany(field => Keywords(field.Value)));

    // The fields of an object, or of the objects in an array.
    private static IEnumerable<(string Key, JsonObject Value)> Fields(JsonObject schema) => (schema["items"] ?? schema)["properties"] is JsonObject fields
        ? fields.Select(field => (field.Key, field.Value!.AsObject()))
        : [];

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
