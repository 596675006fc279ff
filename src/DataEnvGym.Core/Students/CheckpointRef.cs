using DataEnvGym.Core.Artifacts;

namespace DataEnvGym.Core.Students;

/// <summary>An immutable saved state of a student.</summary>
/// <param name="Student">Which student, such as <c>embedded</c>.</param>
/// <param name="Weights">The weights, in safetensors.</param>
/// <param name="Parent">SHA-256 of the weights that it was trained from; none for a base.</param>
public sealed record CheckpointRef(string Student, ArtifactRef Weights, string? Parent);

/// <summary>A checkpoint and the run that it belongs to.</summary>
/// <param name="Run">The run's id.</param>
/// <param name="Checkpoint">The checkpoint, among that run's artefacts.</param>
public sealed record RunCheckpoint(string Run, CheckpointRef Checkpoint);
