using DataEnvGym.Core;
using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Skills;
using DataEnvGym.Core.Teachers;
using DataEnvGym.Teachers.Chat;
using DataEnvGym.Teachers.Prompts;

namespace DataEnvGym.Teachers;

/// <summary>Asks a teacher for new subskills of a skill; once more for what is missing if it gives too few.</summary>
/// <param name="chat">The teacher.</param>
public sealed class SubskillProposer(StructuredChat chat) : ISubskillProposer
{
    internal const int Turns = 2;

    /// <inheritdoc/>
    public async Task<SubskillProposal> ProposeAsync(
        string skill, IReadOnlyList<string> existing, int count, PromptSet prompts, Allowance allowance, ulong seed, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(existing);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        var ledger = new Ledger(allowance);
        var taken = existing.Select(SkillName.Normalize).ToHashSet(StringComparer.Ordinal);
        var proposed = new List<string>();
        for (var turn = 0; turn < Turns && proposed.Count < count; turn++)
        {
            var question = TeacherPrompts.ProposeSubskills(prompts, new ProposeSubskillsRequest(skill, [.. existing, .. proposed], count - proposed.Count)) with { Skill = skill };
            var outcome = await chat.AskAsync(
                question, TeacherJson.Default.ProposeSubskillsAnswer, ledger, turn == 0 ? seed : Rng.Derive(seed, $"turn-{turn}"), cancellationToken);
            if (outcome.Value is not { } answer)
            {
                return new(proposed, ledger.Spent, outcome.Rejection is null ? 0 : 1, outcome.AllowanceReached) { Calls = ledger.Calls };
            }

            if (answer.Subskills.Count == 0)
            {
                break; // There are no more.
            }

            var missing = count - proposed.Count;
            proposed.AddRange(answer.Subskills.Select(SkillName.Normalize).Where(name => name.Length > 0 && taken.Add(name)).Take(missing));
        }

        return new(proposed, ledger.Spent, 0, false) { Calls = ledger.Calls };
    }
}
