using DataEnvGym.Core.Workflows;

namespace DataEnvGym.Students.Checkpoints;

/// <summary>A file is not a checkpoint of the student that was asked for. The message names the file, the fault and what would be right.</summary>
public sealed class CheckpointException(string message, Exception? inner = null) : PermanentException(message, inner);
