namespace DataEnvGym.Students.Training;

/// <summary>What a training does.</summary>
/// <param name="Schedule">Steps and learning rates.</param>
/// <param name="BatchSize">Examples per step.</param>
/// <param name="Seed">Fixes the order of the data.</param>
internal sealed record TrainingPlan(LearningRateSchedule Schedule, int BatchSize, ulong Seed);

/// <summary>What a training did.</summary>
/// <param name="Weights">The flat weights after it.</param>
/// <param name="Steps">Steps taken.</param>
/// <param name="Tokens">Tokens read, padding not counted.</param>
/// <param name="Loss">Mean loss per target token over the last twentieth of the steps; 0 when no step was taken.</param>
internal sealed record TrainingOutcome(float[] Weights, int Steps, long Tokens, double Loss);
