namespace DataEnvGym.Teachers.Chat;

/// <summary>What a teacher is asked.</summary>
/// <param name="System">Who the teacher is and the rules that it follows.</param>
/// <param name="User">The request with its data.</param>
public sealed record ChatQuestion(string System, string User);
