namespace DataEnvGym.Jobs.Running;

/// <summary>Another worker has taken over what this one was doing.</summary>
internal sealed class SupersededException(string message) : Exception(message);
