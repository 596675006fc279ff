using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using DataEnvGym.Core.Tasks;

namespace DataEnvGym.Domains.Code.Loading;

/// <summary>How a benchmark writes its items: one JSON object a line.</summary>
/// <param name="Task">The task's name.</param>
/// <param name="FileNames">The files that are looked for in a folder, the first one found being read; each may also end in <c>.gz</c>.</param>
/// <param name="Example">A right line, for messages.</param>
/// <param name="Read">Reads a line; the second argument is the item's id unless the line has one of its own. Throws a <see cref="FormatException"/> or a JSON error that says what is wrong.</param>
internal sealed record CodeFormat(string Task, IReadOnlyList<string> FileNames, string Example, Func<string, string, Item> Read)
{
    /// <summary>The formats of published benchmarks; for one's own see <see cref="OwnCode"/>.</summary>
    public static IReadOnlyList<CodeFormat> Published { get; } = [HumanEval.Format, Mbpp.Format, LiveCodeBench.Format];

    /// <summary>What a line holds.</summary>
    public static T Parse<T>(string line, JsonTypeInfo<T> type)
        where T : class => JsonSerializer.Deserialize(line, type) ?? throw new FormatException("is null");

    /// <summary>A field that must have text.</summary>
    public static string Need(string? value, string field) => string.IsNullOrWhiteSpace(value) ? throw new FormatException($"has no text in \"{field}\"") : value;
}
