using DataEnvGym.Core.Workflows;

namespace DataEnvGym.Core.Jobs;

/// <summary>A job cannot be done: it is malformed, or all attempts at it have failed.</summary>
public sealed class JobException(string message, Exception? inner = null) : PermanentException(message, inner);
