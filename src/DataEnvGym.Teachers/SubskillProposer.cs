using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Teachers;
using DataEnvGym.Teachers.Chat;
using DataEnvGym.Teachers.Prompts;

namespace DataEnvGym.Teachers;

/// <summary>Asks a teacher for new subskills of a skill.</summary>
/// <param name="chat">The teacher.</param>
public sealed class SubskillProposer(StructuredChat chat)
{
    /// <summary>Proposes up to <paramref name="count"/> subskills.</summary>
    /// <param name="skill">The skill.</param>
    /// <param name="existing">Its subskills so far; none of them is proposed again.</param>
    /// <param name="count">Most new names; at least 1.</param>
    /// <param name="prompts">The domain's words.</param>
    /// <param name="allowance">What may be spent.</param>
    /// <param name="seed">Fixes sampling.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public async Task<SubskillProposal> ProposeAsync(
        string skill, IReadOnlyList<string> existing, int count, PromptSet prompts, Allowance allowance, ulong seed, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(existing);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        var question = TeacherPrompts.ProposeSubskills(prompts, new ProposeSubskillsRequest(skill, existing, count)) with { Skill = skill };
        var ledger = new Ledger(allowance);
        var outcome = await chat.AskAsync(question, TeacherJson.Default.ProposeSubskillsAnswer, ledger, seed, cancellationToken);
        var taken = existing.Select(SkillName.Normalize).ToHashSet(StringComparer.Ordinal);
        var proposed = (outcome.Value?.Subskills ?? []).Select(SkillName.Normalize).Where(name => name.Length > 0 && taken.Add(name)).Take(count);
        return new SubskillProposal([.. proposed], outcome.Spend, outcome.Rejection is null ? 0 : 1, outcome.AllowanceReached) { Calls = ledger.Calls };
    }
}

/// <summary>Outcome of asking for subskills.</summary>
/// <param name="Subskills">New names, in the order proposed.</param>
/// <param name="Spend">What it cost.</param>
/// <param name="Malformed">Answers that could not be read: 0 or 1.</param>
/// <param name="AllowanceReached">Whether a call was left out because it might have passed the allowance.</param>
public sealed record SubskillProposal(IReadOnlyList<string> Subskills, Spend Spend, int Malformed, bool AllowanceReached)
{
    /// <summary>The calls that were made; <see cref="Spend"/> is their sum.</summary>
    public IReadOnlyList<CallRecord> Calls { get; init; } = [];
}
