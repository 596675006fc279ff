using DataEnvGym.Core.Workflows;

namespace DataEnvGym.Students.Training;

/// <summary>A training ran away: its gradient was not a number for several steps in a row. Its weights are given up.</summary>
public sealed class TrainingDivergedException(string message) : PermanentException(message);
