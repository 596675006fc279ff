using DataEnvGym.Core.Workflows;

namespace DataEnvGym.Students.Runtime;

/// <summary>libtorch cannot be used on this system. The message says why and what to do.</summary>
public sealed class TorchUnavailableException(string message, Exception? inner = null) : PermanentException(message, inner);
