namespace DataEnvGym.Core.Traces;

/// <summary>An example cannot be traced. The message says why, and what to do.</summary>
public class TraceException(string message) : Exception(message);

/// <summary>No example, or more than one, has an id that begins as asked.</summary>
public sealed class ExampleNotFoundException(string message) : TraceException(message);
