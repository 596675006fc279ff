using System.Text.Json;
using DataEnvGym.Core.Episodes;

namespace DataEnvGym.Core.Experiments;

/// <summary>All combinations of the values of several fields.</summary>
internal static class Grid
{
    /// <summary>Each combination under a name made of its values: <c>skill-list-uniform</c>. Numbers and truth values bring the field's name with them: <c>replay-0-5</c>.</summary>
    /// <exception cref="SpecException">A value gives no name.</exception>
    public static IEnumerable<KeyValuePair<string, IReadOnlyDictionary<string, JsonElement>>> Combinations(
        IReadOnlyDictionary<string, IReadOnlyList<JsonElement>> vary, string source)
    {
        if (vary.Count == 0)
        {
            return [];
        }

        List<List<KeyValuePair<string, JsonElement>>> combinations = [[]];
        foreach (var (path, values) in vary)
        {
            combinations = [.. combinations.SelectMany(combination => values.Select(value => combination.Append(new(path, value)).ToList()))];
        }

        return combinations.Select(fields => KeyValuePair.Create<string, IReadOnlyDictionary<string, JsonElement>>(
            string.Join('-', fields.Select(field => NameOf(field.Key, field.Value, source))), fields.ToDictionary()));
    }

    private static string NameOf(string path, JsonElement value, string source) => value.ValueKind switch
    {
        JsonValueKind.String => Plain(value.GetString()!),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => $"{Plain(path.Split('.')[^1])}-{Plain(value.GetRawText())}",
        _ => throw new SpecException(source, [$"vary.{path}: {value.GetRawText()} gives no name for an arm; name the arm under \"arms\"."]),
    };

    private static string Plain(string text) => string.Concat(text.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')).Trim('-');
}
