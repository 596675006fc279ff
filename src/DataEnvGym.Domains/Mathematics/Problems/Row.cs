using DataEnvGym.Core.Tasks;

namespace DataEnvGym.Domains.Mathematics.Problems;

/// <summary>One problem of a file, as its fields stand there.</summary>
/// <param name="Id">What tells it from the others, such as <c>train/00007</c>.</param>
/// <param name="Where">File and line, for messages.</param>
/// <param name="Fields">The fields that are texts or numbers, by their names.</param>
internal sealed record Row(string Id, string Where, IReadOnlyDictionary<string, string> Fields)
{
    /// <summary>The text of a field; nothing where it is missing or blank.</summary>
    public string? this[string field] => Fields.TryGetValue(field, out var text) && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;

    public TaskDataException Malformed(string what) => new($"{Where}, {what}.");
}
