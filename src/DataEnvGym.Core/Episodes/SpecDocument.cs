using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using DataEnvGym.Core.Json;
using DataEnvGym.Core.Teachers;

namespace DataEnvGym.Core.Episodes;

/// <summary>How specs of any kind are read: parsed, checked against their schema, and completed with defaults.</summary>
/// <param name="source">What to call the document in messages, such as its file name.</param>
internal sealed class SpecDocument(string source)
{
    /// <summary>Parses a document and applies overrides.</summary>
    /// <param name="utf8">The document.</param>
    /// <param name="what">What it should be, such as <c>an episode</c>.</param>
    /// <param name="overrides">Fields to replace, as path → value.</param>
    public JsonObject Parse(ReadOnlyMemory<byte> utf8, string what, IReadOnlyList<KeyValuePair<string, string>>? overrides)
    {
        if (utf8.Length > SpecReader.MaxLength)
        {
            throw new SpecException(source, [$"the document has {utf8.Length:N0} bytes; at most {SpecReader.MaxLength:N0} are read."]);
        }

        try
        {
            var root = SpecJson.Parse(utf8.Span) as JsonObject
                ?? throw new SpecException(source, [$"the document is not a JSON object; it must begin with {{ and hold the fields of {what}."]);
            foreach (var (path, value) in overrides ?? [])
            {
                SpecOverride.Apply(root, path, value, source);
            }

            return root;
        }
        catch (JsonException error)
        {
            var place = error.LineNumber is null ? "the document" : $"line {error.LineNumber + 1}, column {error.BytePositionInLine + 1}";
            throw new SpecException(source, [$"{place} is not valid JSON: {error.Message.Split(" Path:")[0].Split(" LineNumber:")[0]}"]);
        }
    }

    /// <summary>Refuses a document that breaks its schema.</summary>
    public void Check(JsonObject schema, JsonObject document) => Refuse(SchemaValidator.Validate(schema, document));

    /// <summary>Refuses a document with problems.</summary>
    public void Refuse(IReadOnlyList<string> problems)
    {
        if (problems.Count > 0)
        {
            throw new SpecException(source, problems);
        }
    }

    /// <summary>
    /// Turns a document that fits its schema into the spec. The schema lets a few numbers pass that the field's type cannot hold, such as -0 where only
    /// numbers from 0 on are held.
    /// </summary>
    public T Deserialize<T>(JsonObject document, JsonTypeInfo<T> type)
    {
        try
        {
            return document.Deserialize(type)!;
        }
        catch (JsonException error)
        {
            throw new SpecException(source, [$"{error.Path?.TrimStart('$', '.')}: the value cannot be held by this field; write it as a plain number."]);
        }
    }

    /// <summary>
    /// Writes the defaults of a type out before what is given: the generated reader sets an init property that is left out to zero rather than to its
    /// default.
    /// </summary>
    public static JsonObject Complete<T>(T defaults, JsonObject given, JsonTypeInfo<T> type) => Merge(JsonSerializer.SerializeToNode(defaults, type)!.AsObject(), given);

    /// <summary>Completes the teachers of single roles, of which the defaults have none.</summary>
    public static void CompleteTeachers(JsonNode? episode)
    {
        if (episode?["teachers"] is not JsonObject roles)
        {
            return;
        }

        foreach (var (role, teacher) in roles.ToList())
        {
            roles[role] = teacher is JsonObject given ? Complete(new TeacherSpec(), given, CoreJson.Default.TeacherSpec) : null;
        }
    }

    private static JsonObject Merge(JsonObject defaults, JsonObject given)
    {
        foreach (var (name, value) in given)
        {
            defaults[name] = defaults[name] is JsonObject inner && value is JsonObject fields ? Merge(inner.DeepClone().AsObject(), fields) : value?.DeepClone();
        }

        return defaults;
    }
}
