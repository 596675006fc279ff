namespace DataEnvGym.Core.Agents;

/// <summary>The words of a domain in the prompts to a teacher. The prompts' structure is shared by all domains.</summary>
/// <param name="Role">Who the teacher is asked to be, one sentence.</param>
/// <param name="ItemNoun">What an item is called, singular: <c>problem</c>.</param>
/// <param name="TaskDescription">What the student's task looks like and which notation its prompts and solutions use.</param>
/// <param name="SolutionRules">How a worked solution must be written.</param>
public sealed record PromptSet(string Role, string ItemNoun, string TaskDescription, string SolutionRules)
{
    /// <summary>How to write what the domain checks an answer by, <see cref="Draft.Check"/>; none where it checks nothing.</summary>
    public string? CheckRules { get; init; }
}
