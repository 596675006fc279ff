using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using DataEnvGym.Core.Json;
using DataEnvGym.Core.Jobs;
using DataEnvGym.Jobs.Contract;

namespace DataEnvGym.Jobs.Tests.Contract;

/// <summary>The schemas of the contract's documents and messages, from the types, what reading requires, and their documentation.</summary>
internal static partial class ContractSchema
{
    private static readonly Dictionary<string, string> Summaries = Read(typeof(JobContract).Assembly, typeof(JobWork).Assembly);

    /// <summary>By the name that <c>docs/job-contract.md</c> uses.</summary>
    public static IReadOnlyDictionary<string, JsonTypeInfo> Types { get; } = new Dictionary<string, JsonTypeInfo>
    {
        ["manifest"] = JobsJson.Default.JobManifest,
        ["ticket"] = JobsJson.Default.JobTicket,
        ["heartbeat"] = JobsJson.Default.JobHeartbeat,
        ["cancel"] = JobsJson.Default.JobCancellation,
        ["saves"] = JobsJson.Default.TrainingSave,
        ["result"] = JobsJson.Default.JobResultDocument,
        ["resultMessage"] = JobsJson.Default.JobResultMessage,
        ["launched"] = JobsJson.Default.JobLaunched,
    };

    public static JsonObject Of(string name)
    {
        var type = Types[name];
        var schema = SchemaWriter.Write(type, Describe);
        schema.Remove("$schema");
        Inline(schema, schema);
        AddRequired(schema, type);
        return schema;
    }

    public static string Text()
    {
        var definitions = new JsonObject(Types.Keys.Select(name => KeyValuePair.Create(name, (JsonNode?)Of(name))));
        var document = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = $"Documents and messages of {JobContract.Version}",
            ["$defs"] = definitions,
        };
        return document.ToJsonString(new JsonSerializerOptions
        {
            WriteIndented = true, NewLine = "\n", Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        }) + "\n";
    }

    // A reference to an equal part elsewhere would not survive the move into a document of several schemas.
    private static void Inline(JsonObject root, JsonObject schema)
    {
        foreach (var (name, child) in schema["properties"]?.AsObject().ToList() ?? [])
        {
            var part = child!.AsObject();
            if (part["$ref"] is { } reference)
            {
                var target = ((string)reference!).Split('/').Skip(1).Aggregate((JsonNode)root, (node, step) => node[step]!).DeepClone().AsObject();
                target["description"] = part["description"]?.DeepClone();
                schema["properties"]![name] = part = target;
            }

            Inline(root, part);
        }
    }

    // What the reader insists on, and where it lets unknown fields pass.
    private static void AddRequired(JsonObject schema, JsonTypeInfo type)
    {
        if (schema["properties"] is not JsonObject properties)
        {
            return;
        }

        foreach (var property in type.Properties.Where(property => property is { Set: null, AssociatedParameter: null }))
        {
            properties.Remove(property.Name);
        }

        var required = type.Properties.Where(property => property.IsRequired && properties.ContainsKey(property.Name)).Select(property => (JsonNode?)property.Name).ToArray();
        if (required.Length > 0)
        {
            schema["required"] = new JsonArray(required);
        }

        schema["additionalProperties"] = type.Type.GetCustomAttribute<JsonUnmappedMemberHandlingAttribute>()?.UnmappedMemberHandling == JsonUnmappedMemberHandling.Skip;
        foreach (var property in type.Properties.Where(property => properties.ContainsKey(property.Name)))
        {
            AddRequired(properties[property.Name]!.AsObject(), JobsJson.Default.GetTypeInfo(property.PropertyType)!);
        }
    }

    private static string? Describe(MemberInfo member) => Summaries.GetValueOrDefault($"{member.DeclaringType!.FullName}.{member.Name}");

    // Of a record's positional parameters, the type documents the properties.
    private static Dictionary<string, string> Read(params Assembly[] assemblies)
    {
        var summaries = new Dictionary<string, string>();
        foreach (var member in assemblies.SelectMany(assembly => XDocument.Load(Path.ChangeExtension(assembly.Location, ".xml")).Descendants("member")))
        {
            var name = member.Attribute("name")!.Value;
            if (member.Element("summary") is { } summary)
            {
                summaries[name[2..]] = Words(summary);
            }

            foreach (var parameter in name.StartsWith("T:", StringComparison.Ordinal) ? member.Elements("param") : [])
            {
                summaries[$"{name[2..]}.{parameter.Attribute("name")!.Value}"] = Words(parameter);
            }
        }

        return summaries;
    }

    private static string Words(XElement text) => Spaces().Replace(string.Concat(text.Nodes().Select(Word)), " ").Trim();

    private static string Word(XNode node) => node is not XElement element ? node.ToString()
        : element.Attribute("cref") is { } reference ? reference.Value.Split('.')[^1].Split('(')[0] : element.Value;

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
