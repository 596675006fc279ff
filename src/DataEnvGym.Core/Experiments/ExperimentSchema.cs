using System.Text.Json.Nodes;

namespace DataEnvGym.Core.Experiments;

/// <summary>The JSON Schema of a <see cref="ExperimentSpec"/>, as it stands in <c>docs/experiment.schema.json</c>.</summary>
public static class ExperimentSchema
{
    private static readonly Lazy<string> LazyText = new(ReadText);
    private static readonly Lazy<JsonObject> LazyDocument = new(() => JsonNode.Parse(Text)!.AsObject());

    /// <summary>The schema as text.</summary>
    public static string Text => LazyText.Value;

    /// <summary>The schema as a document; not to be changed.</summary>
    internal static JsonObject Document => LazyDocument.Value;

    private static string ReadText()
    {
        using var stream = typeof(ExperimentSchema).Assembly.GetManifestResourceStream("experiment.schema.json")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
