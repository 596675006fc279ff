using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Tasks;
using DataEnvGym.Core.Teachers;

namespace DataEnvGym.Core.Curation.Verification;

/// <summary>
/// Finds out whether answers are right: by solving the questions again, as often as needed until enough solutions agree with the answer or no longer can
/// (self-consistency, Wang et al. 2023), and by a judge with a rubric for what is left.
/// </summary>
/// <param name="spec">What is asked for.</param>
/// <param name="task">Says when two answers are the same: by its grader.</param>
/// <param name="judge">Who solves and judges.</param>
/// <param name="allowance">What may be spent.</param>
/// <param name="seed">Fixes sampling.</param>
internal sealed class Verifier(VerifySpec spec, ITask task, IJudge judge, Allowance allowance, ulong seed)
{
    /// <summary>A record of each call so far.</summary>
    public IReadOnlyList<CallRecord> Calls { get; private set; } = [];

    /// <summary>What was spent so far.</summary>
    public Spend Spend { get; private set; }

    /// <summary>Answers of the judge that could not be read.</summary>
    public int Malformed { get; private set; }

    /// <summary>Whether a call was left out because it might have passed the allowance.</summary>
    public bool AllowanceReached { get; private set; }

    /// <summary>Verifies drafts. The same question is solved for all drafts that ask it, and the same example is judged once.</summary>
    /// <returns>A finding for each draft, in order.</returns>
    public async Task<IReadOnlyList<Finding>> VerifyAsync(IReadOnlyList<Draft> drafts, CancellationToken cancellationToken)
    {
        var cases = new Dictionary<(string Prompt, string Solution, string Answer, string? Check), Case>();
        var ofDraft = new List<Case>();
        foreach (var draft in drafts)
        {
            var key = (task.Domain.Canonicalize(draft.Prompt), draft.Solution, draft.Answer, draft.Check);
            ofDraft.Add(cases.TryGetValue(key, out var same) ? same : cases[key] = new(draft, spec));
        }

        try
        {
            await SolveAsync([.. cases.Values], cancellationToken);
            await JudgeAsync([.. cases.Values], cancellationToken);
        }
        catch (TeacherUnavailableException away)
        {
            away.Spent += Spend;
            throw;
        }

        return ofDraft.ConvertAll(item => item.Conclude());
    }

    private async Task SolveAsync(IReadOnlyList<Case> cases, CancellationToken cancellationToken)
    {
        for (var turn = 0; turn < spec.Solutions; turn++)
        {
            var open = cases.Where(item => item.IsOpen).GroupBy(item => task.Domain.Canonicalize(item.Draft.Prompt)).ToList();
            if (open.Count == 0)
            {
                return;
            }

            var solved = Book(await judge.SolveAsync(RequestFor(open.Select(question => question.First()), $"solution-{turn + 1}"), cancellationToken));
            var answered = (
                from pair in open.Zip(solved, (question, answer) => (question, answer))
                where pair.answer is not null
                from item in pair.question
                select (Item: item, Answer: pair.answer)).ToList();
            var grades = await task.Grader.GradeAsync([.. answered.Select(pair => Response(pair.Item.Draft, pair.Answer))], cancellationToken);
            foreach (var ((item, answer), grade) in answered.Zip(grades))
            {
                item.Count(answer, grade.Verdict == Verdict.Correct);
            }
        }
    }

    private async Task JudgeAsync(IReadOnlyList<Case> cases, CancellationToken cancellationToken)
    {
        if (spec.Rubric is not { } rubric)
        {
            return;
        }

        var open = cases.Where(item => !item.IsRefuted).ToList();
        var scores = open.Count == 0 ? [] : Book(await judge.ScoreAsync(RequestFor(open, "rubric"), rubric.Text, cancellationToken));
        foreach (var (item, score) in open.Zip(scores))
        {
            item.Score = score;
        }
    }

    private JudgeRequest RequestFor(IEnumerable<Case> cases, string name) =>
        new([.. cases.Select(item => item.Draft)], task.Domain.Prompts, allowance.After(Spend), name, Rng.Derive(seed, name));

    // The draft's answer is the reference, and the solution is graded against it.
    private ItemResponse Response(Draft draft, string answer) =>
        new(new Item("draft", draft.Prompt, draft.Answer) { Check = draft.Check }, task.Domain.FormatExample(draft.Prompt, "", answer).Target);

    private IReadOnlyList<T> Book<T>(JudgeOutcome<T> outcome)
    {
        Calls = [.. Calls, .. outcome.Calls];
        Spend += outcome.Spend;
        Malformed += outcome.Malformed;
        AllowanceReached |= outcome.AllowanceReached;
        return outcome.Answers;
    }
}
