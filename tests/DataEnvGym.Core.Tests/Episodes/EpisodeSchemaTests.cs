using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Json;

namespace DataEnvGym.Core.Tests.Episodes;

public sealed partial class EpisodeSchemaTests
{
    private static readonly string Path = Repository.PathOf("docs", "episode.schema.json");

    // The schema in the repository is what the types, their attributes and their documentation say. UPDATE_SCHEMA=1 writes it anew.
    [Fact]
    public void Schema_InRepository_EqualsCode()
    {
        var schema = SchemaWriter.Write(CoreJson.Default.EpisodeSpec, Summaries()).ToJsonString(new JsonSerializerOptions
        {
            WriteIndented = true, NewLine = "\n", Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        }) + "\n";
        if (Environment.GetEnvironmentVariable("UPDATE_SCHEMA") == "1")
        {
            File.WriteAllText(Path, schema);
        }

        File.ReadAllText(Path).ShouldBe(schema, "run the tests with UPDATE_SCHEMA=1 and commit the file");
        EpisodeSchema.Text.ShouldBe(schema);
    }

    [Fact]
    public void Schema_EveryField_HasDescription()
    {
        var schema = JsonNode.Parse(File.ReadAllText(Path))!.AsObject();

        Undescribed(schema, "").ShouldBeEmpty();
    }

    // A keyword that the validator does not know would be a rule that nobody enforces.
    [Fact]
    public void Schema_Keywords_AreAllEnforced()
    {
        string[] known = ["$schema", "type", "properties", "additionalProperties", "description", "enum", "pattern", "minimum", "maximum"];

        Keywords(JsonNode.Parse(File.ReadAllText(Path))!.AsObject()).Except(known).ShouldBeEmpty();
    }

    private static Func<MemberInfo, string?> Summaries()
    {
        var file = System.IO.Path.ChangeExtension(typeof(EpisodeSpec).Assembly.Location, ".xml");
        var members = XDocument.Load(file).Descendants("member").ToDictionary(member => member.Attribute("name")!.Value, member => member.Element("summary"));
        return member => members.GetValueOrDefault($"P:{member.DeclaringType!.FullName}.{member.Name}") is { } summary
            ? Spaces().Replace(string.Concat(summary.Nodes().Select(node => node is XElement element ? element.Value : node.ToString())), " ").Trim()
            : null;
    }

    private static IEnumerable<string> Undescribed(JsonObject schema, string path) => schema["properties"] is JsonObject fields
        ? fields.SelectMany(field => (field.Value!["description"] is null ? [path + field.Key] : Array.Empty<string>())
            .Concat(Undescribed(field.Value!.AsObject(), $"{path}{field.Key}.")))
        : [];

    private static IEnumerable<string> Keywords(JsonObject schema) => schema.Select(pair => pair.Key)
        .Concat(schema["properties"] is JsonObject fields ? fields.SelectMany(field => Keywords(field.Value!.AsObject())) : []);

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
