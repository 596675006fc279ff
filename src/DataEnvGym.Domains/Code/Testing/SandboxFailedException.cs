namespace DataEnvGym.Domains.Code.Testing;

/// <summary>A program could not be judged, because the sandbox failed. Trying again later may help.</summary>
public sealed class SandboxFailedException(string message) : Exception(message);
