using System.Text.Json.Nodes;
using DataEnvGym.Core.Curricula;
using DataEnvGym.Core.Episodes;

namespace DataEnvGym.Hosting.Api;

/// <summary>The OpenAPI 3.1 description of the API: <c>docs/openapi.json</c> with the schemas of specs put in, so that it stands alone.</summary>
public static class OpenApiDocument
{
    private static readonly Lazy<string> LazyText = new(Write);

    /// <summary>The document as text.</summary>
    public static string Text => LazyText.Value;

    private static string Write()
    {
        using var stream = typeof(OpenApiDocument).Assembly.GetManifestResourceStream("openapi.json")!;
        var document = JsonNode.Parse(stream)!;
        var schemas = document["components"]!["schemas"]!;
        schemas["EpisodeSpec"] = Embed(EpisodeSchema.Text);
        schemas["CurriculumSpec"] = Embed(CurriculumSchema.Text);
        return document.ToJsonString();
    }

    private static JsonObject Embed(string text)
    {
        var schema = JsonNode.Parse(text)!.AsObject();
        schema.Remove("$schema");
        return schema;
    }
}
