using DataEnvGym.Core.Policies;
using DataEnvGym.Teachers.Chat;
using DataEnvGym.Teachers.Prompts;

namespace DataEnvGym.Teachers;

/// <summary>Asks a teacher how to share a budget out between skills. Shares for skills that do not exist are dropped.</summary>
/// <param name="chat">The teacher.</param>
public sealed class TeacherAdvisor(StructuredChat chat) : IAdvisor
{
    /// <inheritdoc/>
    public async Task<AdviceOutcome> AdviseAsync(AdviceRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var question = TeacherPrompts.ShareBudget(request.Prompts, new ShareBudgetRequest(
            request.Budget,
            [.. request.Skills.Select(standing => new SkillToWeigh(
                standing.Skill, standing.Items, standing.Correct, [.. request.Past.Select(past => HistoryOf(past, standing.Skill))]))]));
        var ledger = new Ledger(request.Allowance);
        var outcome = await chat.AskAsync(question, TeacherJson.Default.ShareBudgetAnswer, ledger, request.Seed, cancellationToken);
        if (outcome.Value is not { } answer)
        {
            return new(null, outcome.Spend, outcome.Rejection is null ? 0 : 1) { Calls = ledger.Calls };
        }

        var names = request.Skills.ToDictionary(standing => SkillName.Normalize(standing.Skill), standing => standing.Skill, StringComparer.Ordinal);
        var shares = new SortedDictionary<string, double>(StringComparer.Ordinal);
        foreach (var share in answer.Shares)
        {
            if (names.GetValueOrDefault(SkillName.Normalize(share.Skill)) is { } skill)
            {
                shares[skill] = share.Share;
            }
        }

        var total = shares.Values.Sum();
        var advice = total > 0
            ? new Advice(
                new SortedDictionary<string, double>(shares.ToDictionary(pair => pair.Key, pair => pair.Value / total), StringComparer.Ordinal),
                answer.Reasoning, chat.Teacher, outcome.PromptHash, outcome.Request)
            : null;
        return new(advice, outcome.Spend, shares.Count == answer.Shares.Count ? 0 : 1) { Calls = ledger.Calls };
    }

    private static SkillHistory HistoryOf(PastIteration past, string skill)
    {
        var before = past.Skills.FirstOrDefault(standing => standing.Skill == skill);
        return new(before?.Items ?? 0, before?.Correct ?? 0, past.ExamplesOf(skill));
    }
}
