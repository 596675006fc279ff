using DataEnvGym.Core.Artifacts;

namespace DataEnvGym.Core.Students;

/// <summary>A request to answer prompts.</summary>
/// <param name="Checkpoint">Who answers.</param>
/// <param name="Prompts">The prompts, as formatted by the domain.</param>
/// <param name="MaxTokens">Longest response, in the student's tokens.</param>
public sealed record PredictionJob(CheckpointRef Checkpoint, IReadOnlyList<string> Prompts, int MaxTokens);

/// <summary>Answers to a <see cref="PredictionJob"/>.</summary>
/// <param name="Responses">One response per prompt, in order. A prompt too long for the student gets an empty response.</param>
/// <param name="Tokens">Tokens read and written by the student.</param>
public sealed record PredictionResult(IReadOnlyList<string> Responses, long Tokens);

/// <summary>A request to train.</summary>
/// <param name="Parent">The checkpoint to start from.</param>
/// <param name="Data">JSON Lines of <see cref="TrainingText"/>: everything that this training sees in one epoch, replay included.</param>
/// <param name="Recipe">How to train.</param>
/// <param name="Seed">Fixes the order of the data.</param>
/// <param name="MaxSeconds">The training stops, keeping what it has, before it would pass this; none for no limit.</param>
/// <param name="OutputName">Artefact name of the new weights.</param>
public sealed record TrainingJob(CheckpointRef Parent, ArtifactRef Data, TrainingRecipe Recipe, ulong Seed, double? MaxSeconds, string OutputName);

/// <summary>How a student is fine-tuned.</summary>
/// <param name="Epochs">Passes over the data; at least 1.</param>
/// <param name="BatchSize">Examples per step; at least 1.</param>
/// <param name="LearningRate">Peak learning rate; above 0.</param>
public sealed record TrainingRecipe(int Epochs, int BatchSize, double LearningRate);

/// <summary>Outcome of a training.</summary>
/// <param name="Checkpoint">The new checkpoint.</param>
/// <param name="Steps">Optimizer steps taken.</param>
/// <param name="PlannedSteps">Steps that a training without a time limit would have taken.</param>
/// <param name="Tokens">Tokens seen, padding not counted.</param>
/// <param name="Seconds">Time spent in training.</param>
/// <param name="Loss">Mean loss per target token over the last twentieth of the steps.</param>
/// <param name="Skipped">Examples that were longer than the student's context and could not be learned from.</param>
public sealed record TrainingResult(CheckpointRef Checkpoint, int Steps, int PlannedSteps, long Tokens, double Seconds, double Loss, int Skipped);
