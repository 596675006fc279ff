using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Tasks;
using DataEnvGym.Core.Teachers;
using DataEnvGym.Teachers.Chat;
using DataEnvGym.Teachers.Prompts;

namespace DataEnvGym.Teachers.Estimates;

/// <summary>Costs <see cref="TeacherJudge"/> on one iteration's drafts, top-ups included, as if they were like real items.</summary>
/// <param name="spec">The episode.</param>
/// <param name="task">Its task.</param>
/// <param name="items">Items of the task.</param>
/// <param name="verify">What is verified.</param>
internal sealed class VerifyingEstimate(EpisodeSpec spec, ITask task, IReadOnlyList<Item> items, VerifySpec verify)
{
    // What curation usually drops, which is ordered again, and solutions that are needed because an earlier one disagreed.
    private const double UsualTopUp = 1.15;
    private const double UsualDoubt = 1.1;

    // Braces, field names and quotation marks of an answer, and a sentence of reason.
    private const int TokensPerForm = 14;
    private const int TokensPerReason = 20;

    private readonly TeacherSpec judge = spec.TeacherFor(TeacherRole.Judge);
    private readonly int size = Math.Min(spec.TeacherFor(TeacherRole.Judge).ExamplesPerCall, spec.ExamplesPerIteration);

    public Workload PerIteration() => Solving() + Judging();

    private Workload Solving()
    {
        var cost = new QuestionEstimate(judge, TeacherJson.Default.SolveItemsAnswer);
        var output = (int)items.Average(item => TokensPerForm + TokenEstimate.Typical(item.Solution ?? item.Prompt) + TokenEstimate.Typical(item.Reference));
        return Times(
            new(cost.Expected(Question(Usual), size * output), cost.Worst(Question(_ => new string('`', spec.Curation.MaxPromptLength)))),
            Math.Min(verify.Solutions, verify.Agree * UsualDoubt), verify.Solutions);

        ChatQuestion Question(Func<int, string> prompt) => TeacherPrompts.SolveItems(
            task.Domain.Prompts, new([.. Enumerable.Range(0, size).Select(i => new ItemToSolve($"{size}", prompt(i)))], $"solution-{verify.Solutions}"));
    }

    private Workload Judging()
    {
        if (verify.Rubric is not { } rubric)
        {
            return default;
        }

        var cost = new QuestionEstimate(judge, TeacherJson.Default.JudgeExamplesAnswer);
        return Times(
            new(
                cost.Expected(Question(i => new($"{size}", Usual(i), Item(i).Solution ?? "", Item(i).Reference)), size * (TokensPerForm + TokensPerReason)),
                cost.Worst(Question(_ => new($"{size}", new string('`', spec.Curation.MaxPromptLength), new string('`', spec.Curation.MaxSolutionLength), "")))),
            1, 1);

        ChatQuestion Question(Func<int, ExampleToJudge> example) =>
            TeacherPrompts.JudgeExamples(task.Domain.Prompts, new(rubric.Text, [.. Enumerable.Range(0, size).Select(example)]));
    }

    // Drafts are verified shard by shard, so that each shard of each round may end in a call that is not full.
    private Workload Times(Workload call, double likelyTurns, int mostTurns)
    {
        var (calls, rounds) = (Math.Ceiling((double)spec.ExamplesPerIteration / size), 1 + spec.Curation.TopUps);
        return new(
            call.Expected.Times(calls * likelyTurns * (rounds > 1 ? UsualTopUp : 1)),
            call.Worst.Times((calls + EpisodeEstimator.Shards) * mostTurns * rounds));
    }

    private string Usual(int index) => Item(index).Prompt;

    private Item Item(int index) => items[index % items.Count];
}
