using DataEnvGym.Core.Workflows;

namespace DataEnvGym.Teachers.Chat;

/// <summary>A teacher behaves in a way that another try cannot mend.</summary>
public sealed class TeacherException(string message) : PermanentException(message);
