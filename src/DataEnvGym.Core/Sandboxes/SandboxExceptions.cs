namespace DataEnvGym.Core.Sandboxes;

/// <summary>A request that no sandbox can run. The message names the field, the value and what it must be.</summary>
public sealed class SandboxRequestException(string message) : Exception(message);

/// <summary>There is no sandbox on this machine. The message says in one sentence what is missing and how to get it; nothing is ever run without a sandbox instead.</summary>
public sealed class SandboxUnavailableException(string message) : Exception(message);
