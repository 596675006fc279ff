using System.Text.Json.Serialization;

namespace DataEnvGym.Hosting.Api.Hosts;

/// <summary>A workflow instance as an engine knows it.</summary>
/// <param name="Run">The run's id.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Status">The last status that its workflow reported, exactly as reported; none if it has reported none.</param>
/// <param name="Created">When it was started.</param>
/// <param name="Updated">When it last got on.</param>
/// <param name="Failure">What it failed with, if it did.</param>
public sealed record EpisodeInstance(string Run, EpisodeRunState State, string? Status, DateTimeOffset Created, DateTimeOffset Updated, string? Failure = null);

/// <summary>Some of the episodes of an engine.</summary>
/// <param name="Items">The episodes.</param>
/// <param name="Next">Opaque: where the next page begins, in at most 1,024 characters; none on the last page.</param>
public sealed record EpisodePage(IReadOnlyList<EpisodeInstance> Items, string? Next);

/// <summary>Where an episode stands.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<EpisodeRunState>))]
public enum EpisodeRunState
{
    /// <summary>It has been accepted and no step was taken yet.</summary>
    [JsonStringEnumMemberName("pending")]
    Pending,

    /// <summary>It runs.</summary>
    [JsonStringEnumMemberName("running")]
    Running,

    /// <summary>It was told to pause.</summary>
    [JsonStringEnumMemberName("paused")]
    Paused,

    /// <summary>It ended with a report.</summary>
    [JsonStringEnumMemberName("completed")]
    Completed,

    /// <summary>It ended with an error, which can be taken back.</summary>
    [JsonStringEnumMemberName("failed")]
    Failed,

    /// <summary>It was ended at once.</summary>
    [JsonStringEnumMemberName("terminated")]
    Terminated,
}
