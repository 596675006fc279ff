using DataEnvGym.Core;
using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Curation.Verification;
using DataEnvGym.Core.Teachers;
using DataEnvGym.Teachers.Chat;
using DataEnvGym.Teachers.Prompts;

namespace DataEnvGym.Teachers;

/// <summary>Has a teacher solve questions again and judge examples, in calls of limited size, one after the other.</summary>
/// <param name="chat">The teacher.</param>
/// <param name="spec">How many examples one call is about.</param>
public sealed class TeacherJudge(StructuredChat chat, TeacherSpec spec) : IJudge
{
    /// <inheritdoc/>
    public Task<JudgeOutcome<string?>> SolveAsync(JudgeRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return AskAsync<string>(request, async (batch, ledger, seed) =>
        {
            var question = TeacherPrompts.SolveItems(request.Prompts, new([.. batch.Select((draft, i) => new ItemToSolve(LocalId(i), draft.Prompt))], request.Name));
            var outcome = await chat.AskAsync(question, TeacherJson.Default.SolveItemsAnswer, ledger, seed, cancellationToken);
            return Sort(outcome, answer => answer.Solutions.Select(solved => (solved.Id, string.IsNullOrWhiteSpace(solved.Answer) ? null : solved.Answer)), batch.Length);
        });
    }

    /// <inheritdoc/>
    public Task<JudgeOutcome<JudgeScore?>> ScoreAsync(JudgeRequest request, string rubric, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return AskAsync<JudgeScore>(request, async (batch, ledger, seed) =>
        {
            var examples = batch.Select((draft, i) => new ExampleToJudge(LocalId(i), draft.Prompt, draft.Solution, draft.Answer));
            var question = TeacherPrompts.JudgeExamples(request.Prompts, new(rubric, [.. examples]));
            var outcome = await chat.AskAsync(question, TeacherJson.Default.JudgeExamplesAnswer, ledger, seed, cancellationToken);
            return Sort(outcome, answer => answer.Judgements.Select(judged => (judged.Id, (JudgeScore?)new JudgeScore(judged.Score, judged.Reason))), batch.Length);
        });
    }

    private async Task<JudgeOutcome<T?>> AskAsync<T>(JudgeRequest request, Func<Draft[], Ledger, ulong, Task<Batch<T>>> askBatch)
        where T : class
    {
        var (ledger, answers, malformed, reached) = (new Ledger(request.Allowance), new List<T?>(), 0, false);
        foreach (var drafts in request.Drafts.Chunk(spec.ExamplesPerCall))
        {
            var batch = reached ? new(new T?[drafts.Length], IsClean: true, AllowanceReached: true) : await askBatch(drafts, ledger, Rng.Derive(request.Seed, $"{answers.Count}"));
            answers.AddRange(batch.Answers);
            malformed += batch.IsClean ? 0 : 1;
            reached |= batch.AllowanceReached;
        }

        return new(answers, ledger.Spent, malformed, reached) { Calls = ledger.Calls };
    }

    /// <summary>Brings what a teacher said into the order of what it was asked. What stands under a strange id, or a second time, is left out.</summary>
    private static Batch<T> Sort<TAnswer, T>(ChatOutcome<TAnswer> outcome, Func<TAnswer, IEnumerable<(string Id, T? Value)>> entries, int count)
        where TAnswer : class
        where T : class
    {
        var open = Enumerable.Range(0, count).ToDictionary(LocalId, i => i, StringComparer.Ordinal);
        var (sorted, clean) = (new T?[count], outcome.Rejection is null);
        foreach (var (id, value) in outcome.Value is { } answer ? entries(answer) : [])
        {
            if (open.Remove(id, out var index))
            {
                sorted[index] = value;
            }
            else
            {
                clean = false;
            }
        }

        return new(sorted, clean, outcome.AllowanceReached);
    }

    private static string LocalId(int index) => $"{index + 1}";

    private sealed record Batch<T>(IReadOnlyList<T?> Answers, bool IsClean, bool AllowanceReached);
}
