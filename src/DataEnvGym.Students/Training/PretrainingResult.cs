namespace DataEnvGym.Students.Training;

/// <summary>What came of making a base checkpoint.</summary>
/// <param name="Steps">Optimizer steps taken.</param>
/// <param name="Tokens">Tokens read, padding not counted.</param>
/// <param name="Seconds">Time that it took.</param>
/// <param name="Loss">Mean loss per target token over the last twentieth of the steps.</param>
/// <param name="Skipped">Examples longer than the student's context, which were left out.</param>
public sealed record PretrainingResult(int Steps, long Tokens, double Seconds, double Loss, int Skipped);
