namespace DataEnvGym.Teachers.Tests.Remote;

/// <summary>All faults of a service that sends its answers in one piece.</summary>
public sealed class WholeAnswerTests() : FaultTests(streaming: false);
