using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Teachers;

namespace DataEnvGym.Core.Skills;

/// <summary>Finds parts of a skill.</summary>
public interface ISubskillProposer
{
    /// <summary>Proposes up to <paramref name="count"/> subskills.</summary>
    /// <param name="skill">The skill, or the path of a part of it.</param>
    /// <param name="existing">Names of its parts so far; none of them is proposed again.</param>
    /// <param name="count">Most new names; at least 1.</param>
    /// <param name="prompts">The domain's words.</param>
    /// <param name="allowance">What may be spent.</param>
    /// <param name="seed">Fixes sampling.</param>
    /// <param name="cancellationToken">Stops between calls.</param>
    Task<SubskillProposal> ProposeAsync(
        string skill, IReadOnlyList<string> existing, int count, PromptSet prompts, Allowance allowance, ulong seed, CancellationToken cancellationToken);
}

/// <summary>Outcome of asking for subskills.</summary>
/// <param name="Subskills">New names, in the order proposed, in one spelling and without slashes.</param>
/// <param name="Spend">What it cost.</param>
/// <param name="Malformed">Answers that could not be read.</param>
/// <param name="AllowanceReached">Whether a call was left out because it might have passed the allowance.</param>
public sealed record SubskillProposal(IReadOnlyList<string> Subskills, Spend Spend, int Malformed, bool AllowanceReached)
{
    /// <summary>The calls that were made; <see cref="Spend"/> is their sum.</summary>
    public IReadOnlyList<CallRecord> Calls { get; init; } = [];
}
