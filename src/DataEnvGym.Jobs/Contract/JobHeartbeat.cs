using System.Text.Json.Serialization;
using DataEnvGym.Core.Students;

namespace DataEnvGym.Jobs.Contract;

/// <summary>A worker's sign of life, overwritten every few seconds. A worker may add fields of its own.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Skip)]
public sealed record JobHeartbeat
{
    /// <summary>Grows by one from beat to beat, over all workers of the attempt.</summary>
    public required long Sequence { get; init; }

    /// <summary>When, by the worker's clock.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What the worker calls itself, for people.</summary>
    public required string Worker { get; init; }

    /// <summary>Units done.</summary>
    public int Done { get; init; }

    /// <summary>Units in all; 0 as long as that is not known.</summary>
    public int Total { get; init; }

    /// <summary>What is counted, in the plural, such as <c>steps</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Unit { get; init; }

    /// <summary>One figure worth showing, such as <c>loss 0.41</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Detail { get; init; }

    /// <summary>How far the work is; nothing if the worker has not said.</summary>
    public WorkProgress? Progress => Total > 0 && Unit is not null ? new(Done, Total, Short(Unit)!, Short(Detail)) : null;

    // Shown to people: what another program wrote does not get the whole screen.
    private static string? Short(string? text) => text is { Length: > 80 } ? text[..80] : text;
}
