namespace DataEnvGym.Teachers.Remote;

/// <summary>A teacher did not answer after all tries of a call. Whoever runs the work may try again later.</summary>
public sealed class TeacherUnavailableException(string message) : Exception(message);
