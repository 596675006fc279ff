using System.Text.Json.Nodes;

namespace DataEnvGym.Core.Episodes;

/// <summary>The JSON Schema of an <see cref="EpisodeSpec"/>, as it stands in <c>docs/episode.schema.json</c>.</summary>
public static class EpisodeSchema
{
    private static readonly Lazy<string> LazyText = new(ReadText);
    private static readonly Lazy<JsonObject> LazyDocument = new(() => JsonNode.Parse(Text)!.AsObject());

    /// <summary>The schema as text.</summary>
    public static string Text => LazyText.Value;

    /// <summary>The schema as a document; not to be changed.</summary>
    internal static JsonObject Document => LazyDocument.Value;

    private static string ReadText()
    {
        using var stream = typeof(EpisodeSchema).Assembly.GetManifestResourceStream("episode.schema.json")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
