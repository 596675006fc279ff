namespace DataEnvGym.Local.Tests.Crash;

/// <summary>The process died here.</summary>
internal sealed class SimulatedCrashException() : Exception("simulated crash");
