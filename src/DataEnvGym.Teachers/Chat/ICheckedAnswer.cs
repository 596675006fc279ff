namespace DataEnvGym.Teachers.Chat;

/// <summary>A teacher's answer that can say what is wrong with it where its JSON schema cannot.</summary>
public interface ICheckedAnswer
{
    /// <summary>What is wrong, as a sentence that the teacher can act on; null if nothing is.</summary>
    string? FindProblem();
}
