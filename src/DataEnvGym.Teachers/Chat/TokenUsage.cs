using System.Text.Json.Serialization;
using Microsoft.Extensions.AI;

namespace DataEnvGym.Teachers.Chat;

/// <summary>Tokens of one call, as a service reports them under the metadata key <see cref="MetadataKey"/>.</summary>
/// <param name="Input">Tokens read.</param>
/// <param name="Output">Tokens written.</param>
public sealed record TokenUsage(long Input, long Output)
{
    /// <summary>Where Semantic Kernel's services put the usage of a call.</summary>
    public const string MetadataKey = "Usage";

    /// <summary>Those of <see cref="Input"/> that the service had in its cache.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public long Cached { get; init; }

    /// <summary>Reads what a service reported.</summary>
    /// <returns>Null if it reported nothing, or nothing that makes sense; the caller then counts the most that it can have been.</returns>
    internal static TokenUsage? From(IReadOnlyDictionary<string, object?>? metadata)
    {
        var usage = metadata?.GetValueOrDefault(MetadataKey) switch
        {
            TokenUsage own => own,
            UsageDetails { InputTokenCount: { } input, OutputTokenCount: { } output } details => new TokenUsage(input, output) { Cached = details.CachedInputTokenCount ?? 0 },
            _ => null,
        };
        return usage is { Input: >= 0, Output: >= 0 } && usage.Cached >= 0 && usage.Cached <= usage.Input ? usage : null;
    }
}
