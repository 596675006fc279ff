namespace DataEnvGym.Core.Traces;

/// <summary>An example cannot be traced. The message says why, and what to do.</summary>
public sealed class TraceException(string message) : Exception(message);
