using System.Text.Json.Serialization;
using DataEnvGym.Core.Curation.Reviews;

namespace DataEnvGym.Core.Episodes;

/// <summary>Whether a person has a say before the student is trained.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ApprovalGate>))]
public enum ApprovalGate
{
    /// <summary>Nobody is asked.</summary>
    [JsonStringEnumMemberName("none")]
    None,

    /// <summary>Each iteration waits, once its examples are curated, until a person approves of them or rejects them.</summary>
    [JsonStringEnumMemberName("before-training")]
    BeforeTraining,
}

/// <summary>What a person decided about the examples of an iteration.</summary>
/// <param name="Approved">Whether they may be trained on. If not, the episode ends with what it has.</param>
/// <param name="Comment">Why; for the report.</param>
public sealed record Approval(bool Approved, string? Comment = null)
{
    /// <summary>What was decided about single examples, where the spec has them shown.</summary>
    public IReadOnlyList<Review>? Reviews { get; init; }
}
