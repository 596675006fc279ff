using System.Text.Json;
using System.Text.Json.Nodes;

namespace DataEnvGym.Core.Episodes;

/// <summary>Parses JSON as specs are written: comments and trailing commas allowed, a field given twice refused.</summary>
internal static class SpecJson
{
    private const int MaxDepth = 16;

    private static readonly JsonReaderOptions Scanning = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, MaxDepth = MaxDepth };

    private static readonly JsonDocumentOptions Reading = new()
    {
        CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, MaxDepth = MaxDepth, AllowDuplicateProperties = false,
    };

    /// <exception cref="JsonException">It is not such JSON, or a string in it is not text.</exception>
    public static JsonNode? Parse(ReadOnlySpan<byte> utf8)
    {
        var json = utf8.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8;
        CheckStrings(json);
        return JsonNode.Parse(json, documentOptions: Reading);
    }

    // The parser looks into a string only when it is asked for it: bytes that are not UTF-8 or half a surrogate pair would fail anywhere later.
    private static void CheckStrings(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, Scanning);
        while (reader.Read())
        {
            if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.PropertyName))
            {
                continue;
            }

            try
            {
                _ = reader.GetString();
            }
            catch (InvalidOperationException error)
            {
                var before = json[..(int)reader.TokenStartIndex];
                throw new JsonException("the string is not Unicode text.", null, before.Count((byte)'\n'), before.Length - before.LastIndexOf((byte)'\n') - 1, error);
            }
        }
    }
}
