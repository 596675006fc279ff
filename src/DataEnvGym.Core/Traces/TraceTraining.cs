using System.Text.Json.Serialization;
using DataEnvGym.Core.Artifacts;

namespace DataEnvGym.Core.Traces;

/// <summary>What was trained on an example.</summary>
/// <param name="Checkpoints">The checkpoints from its iteration on, in order; empty if nothing was trained since.</param>
/// <param name="NotTrained">Why its own iteration did not train on it; none if it did.</param>
/// <param name="Chosen">The run's checkpoint of choice so far.</param>
public sealed record TraceTraining(IReadOnlyList<TracedCheckpoint> Checkpoints, string? NotTrained, ChosenCheckpoint Chosen);

/// <summary>A checkpoint, and whether it learned from an example.</summary>
/// <param name="Iteration">The iteration that made it.</param>
/// <param name="Weights">The checkpoint.</param>
/// <param name="Parent">SHA-256 of the checkpoint that it was trained from.</param>
/// <param name="Data">What it was trained on.</param>
/// <param name="Copies">How often the example's text stands in that.</param>
/// <param name="Influence">How it learned from the example, if it did.</param>
/// <param name="Steps">Optimizer steps taken.</param>
/// <param name="PlannedSteps">Steps that all of the data would have taken: if there are more than were taken, it may not have come to the example.</param>
public sealed record TracedCheckpoint(
    int Iteration, ArtifactRef Weights, string? Parent, ArtifactRef Data, int Copies, ExampleInfluence Influence, int Steps, int PlannedSteps);

/// <summary>The checkpoint that a run chose.</summary>
/// <param name="Iteration">0 for the base.</param>
/// <param name="Weights">The checkpoint; none while there is none.</param>
/// <param name="Lineage">Iterations of the checkpoints that it was trained from, from the base (0) to itself.</param>
/// <param name="Influence">How it learned from the example, if it did.</param>
public sealed record ChosenCheckpoint(int Iteration, ArtifactRef? Weights, IReadOnlyList<int> Lineage, ExampleInfluence Influence);

/// <summary>How a checkpoint learned from an example.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ExampleInfluence>))]
public enum ExampleInfluence
{
    /// <summary>Not at all.</summary>
    [JsonStringEnumMemberName("none")]
    None,

    /// <summary>It was trained on it, in the example's own iteration.</summary>
    [JsonStringEnumMemberName("trained")]
    Trained,

    /// <summary>It was trained on it in a later iteration, which used the example again.</summary>
    [JsonStringEnumMemberName("trained-again")]
    TrainedAgain,

    /// <summary>It was trained from a checkpoint that had learned from it, on data without it.</summary>
    [JsonStringEnumMemberName("inherited")]
    Inherited,
}
