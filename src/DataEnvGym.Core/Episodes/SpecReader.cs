using System.Text.Json;
using System.Text.Json.Nodes;
using DataEnvGym.Core.Json;

namespace DataEnvGym.Core.Episodes;

/// <summary>Reads an <see cref="EpisodeSpec"/> from JSON (comments and trailing commas allowed) and refuses what cannot be run.</summary>
public static class SpecReader
{
    /// <summary>Largest document that is read, in bytes.</summary>
    public const int MaxLength = 1 << 20;

    /// <summary>Reads a spec.</summary>
    /// <param name="utf8">The document.</param>
    /// <param name="source">What to call it in messages, such as its file name.</param>
    /// <param name="overrides">Fields to replace, as path → JSON text or bare string, such as <c>stop.iterations</c> → <c>2</c>.</param>
    /// <exception cref="SpecException">It is not a valid spec; every problem is named.</exception>
    public static EpisodeSpec Read(ReadOnlyMemory<byte> utf8, string source, IReadOnlyList<KeyValuePair<string, string>>? overrides = null)
    {
        var root = ParseObject(utf8, source);
        foreach (var (path, value) in overrides ?? [])
        {
            SpecOverride.Apply(root, path, value, source);
        }

        var problems = SchemaValidator.Validate(EpisodeSchema.Document, root);
        if (problems.Count > 0)
        {
            throw new SpecException(source, problems);
        }

        // The generated reader sets an init property that is left out to zero rather than to its default, so the defaults are written out first.
        var spec = Deserialize(Merge(JsonSerializer.SerializeToNode(new EpisodeSpec(), CoreJson.Default.EpisodeSpec)!.AsObject(), root), source);
        problems = SpecRules.Check(spec);
        return problems.Count == 0 ? spec : throw new SpecException(source, problems);
    }

    private static JsonObject Merge(JsonObject defaults, JsonObject given)
    {
        foreach (var (name, value) in given)
        {
            defaults[name] = defaults[name] is JsonObject inner && value is JsonObject fields ? Merge(inner.DeepClone().AsObject(), fields) : value?.DeepClone();
        }

        return defaults;
    }

    // The schema lets a few numbers pass that the field's type cannot hold, such as -0 where only numbers from 0 on are held.
    private static EpisodeSpec Deserialize(JsonObject document, string source)
    {
        try
        {
            return document.Deserialize(CoreJson.Default.EpisodeSpec)!;
        }
        catch (JsonException error)
        {
            throw new SpecException(source, [$"{error.Path?.TrimStart('$', '.')}: the value cannot be held by this field; write it as a plain number."]);
        }
    }

    private static JsonObject ParseObject(ReadOnlyMemory<byte> utf8, string source)
    {
        if (utf8.Length > MaxLength)
        {
            throw new SpecException(source, [$"the document has {utf8.Length:N0} bytes; at most {MaxLength:N0} are read."]);
        }

        try
        {
            return SpecJson.Parse(utf8.Span) as JsonObject
                ?? throw new SpecException(source, ["the document is not a JSON object; it must begin with { and hold the fields of an episode."]);
        }
        catch (JsonException error)
        {
            var place = error.LineNumber is null ? "the document" : $"line {error.LineNumber + 1}, column {error.BytePositionInLine + 1}";
            throw new SpecException(source, [$"{place} is not valid JSON: {error.Message.Split(" Path:")[0].Split(" LineNumber:")[0]}"]);
        }
    }
}
