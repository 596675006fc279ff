using System.Text.Json;
using System.Text.RegularExpressions;

namespace DataEnvGym.Domains;

/// <summary>The fields of one item of a file, under the names that they have there. What is wrong with them is a <see cref="FormatException"/> whose message goes on behind the item's place.</summary>
/// <param name="texts">The fields that are texts or numbers; one without a value is an empty text.</param>
/// <param name="others">What stands in the other fields, in words such as <c>a list</c>.</param>
internal sealed partial class FieldTexts(IReadOnlyDictionary<string, string> texts, IReadOnlyDictionary<string, string> others)
{
    /// <summary>The text of a field; nothing where it is missing or blank.</summary>
    public string? this[string field] => texts.TryGetValue(field, out var text) && !string.IsNullOrWhiteSpace(text) ? text : null;

    /// <summary>Fields that are all texts, by their names, each once.</summary>
    public static FieldTexts Of(IEnumerable<(string Name, string Text)> fields) =>
        new(fields.ToDictionary(field => field.Name, field => field.Text, StringComparer.Ordinal), new Dictionary<string, string>());

    /// <summary>The fields of a JSON object.</summary>
    public static FieldTexts Of(IEnumerable<KeyValuePair<string, JsonElement>> fields)
    {
        var kinds = fields.ToLookup(field => KindOf(field.Value));
        return new(
            kinds[null].ToDictionary(field => field.Key, field => field.Value.ToString(), StringComparer.Ordinal),
            kinds.Where(kind => kind.Key is not null).SelectMany(kind => kind).ToDictionary(field => field.Key, field => KindOf(field.Value)!, StringComparer.Ordinal));
    }

    /// <summary>The text of a field that is needed.</summary>
    /// <param name="name">What the spec calls it, if it does.</param>
    /// <param name="role">What the spec says by that name, and the field's usual name unless another is given.</param>
    /// <param name="usual">Its usual name.</param>
    public string Need(string? name, string role, string? usual = null)
    {
        var field = name ?? usual ?? role;
        return this[field] ?? throw Missing(field, role);
    }

    /// <summary>The text of a field that may be missing, unless the spec names it.</summary>
    /// <param name="name">What the spec calls it, if it does.</param>
    /// <param name="role">What the spec says by that name.</param>
    /// <param name="usual">Its usual names, the first that the item has counting.</param>
    public string? Find(string? name, string role, params IEnumerable<string> usual) =>
        name is null ? usual.Select(field => this[field]).FirstOrDefault(text => text is not null) : this[name] ?? throw Missing(name, role);

    /// <summary>The level, written <c>3</c> or <c>Level 3</c>; nothing where it is missing or, as in some problems of MATH, <c>Level ?</c>.</summary>
    /// <param name="name">What the spec calls its field, if it does.</param>
    public int? Level(string? name) => Find(name, "level", "level")?.Trim() is not { } level ? null
        : LevelText().Match(level) is not { Success: true } match
            ? throw new FormatException($"has \"{level}\" in \"{name ?? "level"}\", which is no level; write a whole number from 0 to 999, such as 3 or \"Level 3\"")
        : match.Groups["number"].Success ? int.Parse(match.Groups["number"].ValueSpan) : null;

    /// <summary>What is wrong where a field has no text.</summary>
    /// <param name="field">Its name in the file.</param>
    /// <param name="role">What the spec says by that name.</param>
    /// <param name="also">What is missing besides, such as <c> and …</c>.</param>
    public FormatException Missing(string field, string role, string also = "")
    {
        var names = string.Join(", ", texts.Keys.Concat(others.Keys).Order(StringComparer.Ordinal).Take(20).Select(name => $"\"{name}\""));
        return new(others.TryGetValue(field, out var kind)
            ? $"has {kind} in \"{field}\", where one text or number belongs; its fields are {names}; name another in \"task.fields.{role}\", or write it plainly"
            : $"has no text in \"{field}\"{also}; its fields are {names}; name the right one in \"task.fields.{role}\"");
    }

    private static string? KindOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => "a list",
        JsonValueKind.Object => "an object",
        JsonValueKind.True or JsonValueKind.False => "a truth value",
        _ => null,
    };

    [GeneratedRegex(@"\A(?:level\s*)?(?:(?<number>[0-9]{1,3})|\?)\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LevelText();
}
