using System.Text.Json.Nodes;

namespace DataEnvGym.Core.Curricula;

/// <summary>The JSON Schema of a <see cref="CurriculumSpec"/>, as it stands in <c>docs/curriculum.schema.json</c>.</summary>
public static class CurriculumSchema
{
    private static readonly Lazy<string> LazyText = new(ReadText);
    private static readonly Lazy<JsonObject> LazyDocument = new(() => JsonNode.Parse(Text)!.AsObject());

    /// <summary>The schema as text.</summary>
    public static string Text => LazyText.Value;

    /// <summary>The schema as a document; not to be changed.</summary>
    internal static JsonObject Document => LazyDocument.Value;

    private static string ReadText()
    {
        using var stream = typeof(CurriculumSchema).Assembly.GetManifestResourceStream("curriculum.schema.json")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
