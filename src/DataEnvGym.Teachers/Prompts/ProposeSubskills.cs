using DataEnvGym.Teachers.Chat;

namespace DataEnvGym.Teachers.Prompts;

/// <summary>Asks for new parts of a skill.</summary>
/// <param name="Skill">The skill.</param>
/// <param name="Existing">Its subskills so far.</param>
/// <param name="Count">How many new ones.</param>
internal sealed record ProposeSubskillsRequest(string Skill, IReadOnlyList<string> Existing, int Count) : TeacherRequest;

/// <summary>Names of new subskills.</summary>
internal sealed record ProposeSubskillsAnswer(IReadOnlyList<string> Subskills) : ICheckedAnswer
{
    /// <inheritdoc/>
    public string? FindProblem() => Subskills.Any(string.IsNullOrWhiteSpace) ? "An entry of subskills is blank." : null;
}
