using System.Text.Json.Serialization;

namespace DataEnvGym.Core.Episodes;

/// <summary>Why a loop ended.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<StopReason>))]
public enum StopReason
{
    /// <summary>All iterations were done.</summary>
    [JsonStringEnumMemberName("iterations")]
    Iterations,

    /// <summary>All examples were used.</summary>
    [JsonStringEnumMemberName("examples")]
    Examples,

    /// <summary>Another teacher call might have passed the token budget.</summary>
    [JsonStringEnumMemberName("tokens")]
    Tokens,

    /// <summary>Another teacher call might have passed the money budget.</summary>
    [JsonStringEnumMemberName("money")]
    Money,

    /// <summary>The training time was used up.</summary>
    [JsonStringEnumMemberName("training-seconds")]
    TrainingSeconds,

    /// <summary>The time was up.</summary>
    [JsonStringEnumMemberName("wall-clock")]
    WallClock,

    /// <summary>Learning stalled.</summary>
    [JsonStringEnumMemberName("plateau")]
    Plateau,

    /// <summary>A person asked for it.</summary>
    [JsonStringEnumMemberName("user")]
    User,

    /// <summary>An iteration brought no usable example.</summary>
    [JsonStringEnumMemberName("no-examples")]
    NoExamples,

    /// <summary>A person rejected the examples of an iteration.</summary>
    [JsonStringEnumMemberName("rejected")]
    Rejected,
}
