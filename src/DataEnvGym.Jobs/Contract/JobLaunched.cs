using System.Text.Json.Serialization;

namespace DataEnvGym.Jobs.Contract;

/// <summary>Says that the platform has an attempt. A worker needs it not.</summary>
public sealed record JobLaunched
{
    /// <summary>When. All waiting for the attempt counts from here.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What the platform calls the attempt.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Handle { get; init; }
}

/// <summary>Asks the worker of an attempt to stop.</summary>
public sealed record JobCancellation
{
    /// <summary>Which attempt: that of the manifest with this hash. Another attempt of the same number takes no notice.</summary>
    public required string NonceSha256 { get; init; }

    /// <summary>When it was asked for.</summary>
    public required DateTimeOffset At { get; init; }
}
