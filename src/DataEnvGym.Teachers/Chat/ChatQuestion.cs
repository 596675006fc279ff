namespace DataEnvGym.Teachers.Chat;

/// <summary>What a teacher is asked.</summary>
/// <param name="System">Who the teacher is and the rules that it follows.</param>
/// <param name="User">The request with its data.</param>
public sealed record ChatQuestion(string System, string User)
{
    /// <summary>The order that the answer is for, if it is for one. It is recorded with the call and not sent.</summary>
    public string? Order { get; init; }

    /// <summary>The skill that the question is about, if it is about one. It is recorded with the call and not sent.</summary>
    public string? Skill { get; init; }
}
