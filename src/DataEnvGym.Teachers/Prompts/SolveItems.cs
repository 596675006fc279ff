using DataEnvGym.Teachers.Chat;

namespace DataEnvGym.Teachers.Prompts;

/// <summary>Asks for solutions of items, whose answers are not shown.</summary>
/// <param name="Items">Items under ids that mean nothing outside the prompt.</param>
/// <param name="Batch">Names the call, so that a second opinion is not the first one again.</param>
internal sealed record SolveItemsRequest(IReadOnlyList<ItemToSolve> Items, string Batch) : TeacherRequest;

/// <summary>One item to solve.</summary>
internal sealed record ItemToSolve(string Id, string Prompt);

/// <summary>A solution for each item.</summary>
internal sealed record SolveItemsAnswer(IReadOnlyList<SolvedItem> Solutions) : ICheckedAnswer
{
    /// <inheritdoc/>
    public string? FindProblem() => Solutions.Any(solved => solved is null) ? "An entry of solutions is null." : null;
}

/// <summary>The solution of one item.</summary>
/// <param name="Id">The item's id.</param>
/// <param name="Solution">How it is worked out.</param>
/// <param name="Answer">The final answer; blank if it cannot be answered.</param>
internal sealed record SolvedItem(string Id, string Solution, string Answer);
