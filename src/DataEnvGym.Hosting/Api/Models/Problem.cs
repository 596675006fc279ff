using System.Text.Json.Serialization;

namespace DataEnvGym.Hosting.Api.Models;

/// <summary>An error as RFC 9457 writes it.</summary>
/// <param name="Type">A relative URI that names the kind of error and never changes; <c>docs/api.md</c> lists them.</param>
/// <param name="Title">The kind of error, in words.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Detail">What is wrong this time, and what to do.</param>
public sealed record Problem(string Type, string Title, int Status, string Detail)
{
    /// <summary>Field path → what is wrong with it; the empty path for the document as a whole.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? Errors { get; init; }

    /// <summary>Path of the episode that is concerned, if one is.</summary>
    public string? Episode { get; init; }

    /// <summary>What to look for in the service's log.</summary>
    [JsonPropertyName("traceId")]
    public string? TraceId { get; init; }
}
