using DataEnvGym.Core.Agents;

namespace DataEnvGym.Core.Episodes;

/// <summary>One training example with its whole provenance.</summary>
/// <param name="Id">Unique; follows from the episode, the iteration and the content.</param>
/// <param name="Prompt">The question.</param>
/// <param name="Solution">The worked solution; may be empty.</param>
/// <param name="Answer">The final answer.</param>
/// <param name="Skill">The skill that was ordered, if any.</param>
/// <param name="Provenance">Where it comes from.</param>
public sealed record Example(string Id, string Prompt, string Solution, string Answer, string? Skill, Provenance Provenance)
{
    /// <summary>What the domain checked the answer by; see <see cref="Draft.Check"/>.</summary>
    public string? Check { get; init; }

    /// <summary>The id that it had before a person edited it, if one did.</summary>
    public string? EditedFrom { get; init; }
}

/// <summary>Why an example exists.</summary>
/// <param name="Episode">The episode.</param>
/// <param name="Iteration">1-based.</param>
/// <param name="Agent">The agent's kind.</param>
/// <param name="Policy">The policy that ordered it.</param>
/// <param name="Order">The order that it answers.</param>
/// <param name="Source">Writer, prompt hash, request, source errors and seed.</param>
public sealed record Provenance(string Episode, int Iteration, string Agent, string Policy, string Order, DraftSource Source);
