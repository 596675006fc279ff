using DataEnvGym.Teachers.Chat;

namespace DataEnvGym.Teachers.Prompts;

/// <summary>Asks which of given skills each item needs.</summary>
/// <param name="Items">Items under ids that mean nothing outside the prompt.</param>
/// <param name="Choices">Names or paths of skills.</param>
internal sealed record AssignItemsRequest(IReadOnlyList<ItemToLabel> Items, IReadOnlyList<string> Choices) : TeacherRequest
{
    /// <summary>The answer where no choice fits.</summary>
    public const string None = "none";
}

/// <summary>A choice for each item.</summary>
internal sealed record AssignItemsAnswer(IReadOnlyList<ItemChoice> Assignments) : ICheckedAnswer
{
    /// <inheritdoc/>
    public string? FindProblem() => Assignments.Any(choice => choice is null) ? "An entry of assignments is null." : null;
}

/// <summary>What one item needs.</summary>
internal sealed record ItemChoice(string Id, string Choice);
