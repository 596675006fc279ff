using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace DataEnvGym.Core.Episodes;

/// <summary>How the student is fine-tuned in each iteration.</summary>
public sealed record TrainingSpec
{
    /// <summary>Which examples are used and which checkpoint is trained.</summary>
    public DataUse Data { get; init; } = DataUse.Replay;

    /// <summary>Replayed examples per new example, for <c>replay</c>: half from what the base was trained on, half from earlier iterations.</summary>
    [Range(0.0, 10.0)]
    public double Replay { get; init; } = 1.0;

    /// <summary>Passes over the data.</summary>
    [Range(1, 100)]
    public int Epochs { get; init; } = 3;

    /// <summary>Examples per optimizer step.</summary>
    [Range(1, 4096)]
    public int BatchSize { get; init; } = 32;

    /// <summary>Peak learning rate.</summary>
    [Range(1e-7, 1.0)]
    public double LearningRate { get; init; } = 0.002;
}

/// <summary>Which examples a training uses and which checkpoint it starts from.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DataUse>))]
public enum DataUse
{
    /// <summary>From the base, on the examples of all iterations.</summary>
    [JsonStringEnumMemberName("accumulate")]
    Accumulate,

    /// <summary>From the base, on the newest examples alone.</summary>
    [JsonStringEnumMemberName("latest")]
    Latest,

    /// <summary>From the last checkpoint, on the newest examples alone.</summary>
    [JsonStringEnumMemberName("continue")]
    Continue,

    /// <summary>From the last checkpoint, on the newest examples mixed with replayed ones.</summary>
    [JsonStringEnumMemberName("replay")]
    Replay,
}
