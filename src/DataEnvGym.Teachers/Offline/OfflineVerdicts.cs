using DataEnvGym.Core;
using DataEnvGym.Core.Teachers;
using DataEnvGym.Domains.Procedural;
using DataEnvGym.Teachers.Prompts;

namespace DataEnvGym.Teachers.Offline;

/// <summary>How the offline teacher solves and judges: by working the benchmark's problems out, with the faults that are asked for.</summary>
internal static class OfflineVerdicts
{
    /// <summary>Solves what it knows; a share of it wrongly, on purpose.</summary>
    public static SolveItemsAnswer Solve(SolveItemsRequest request, ProceduralBenchmark benchmark, Rng rng, TeacherFaults faults)
    {
        var solved = new List<SolvedItem>();
        foreach (var item in request.Items)
        {
            var errs = rng.NextDouble() < faults.Misjudged;
            if (Rewording.Solve(item.Prompt, benchmark) is { } problem)
            {
                solved.Add(new(item.Id, problem.Solution, errs ? WrongAnswer.To(problem, rng) : problem.Answer));
            }
        }

        return new(solved);
    }

    /// <summary>Gives the best score to a right answer and the worst to a wrong one; the other way round, on purpose, for a share of them.</summary>
    public static JudgeExamplesAnswer Judge(JudgeExamplesRequest request, ProceduralBenchmark benchmark, Rng rng, TeacherFaults faults) => new([.. request.Examples.Select(example =>
    {
        var errs = rng.NextDouble() < faults.Misjudged;
        return Rewording.Solve(example.Prompt, benchmark) switch
        {
            null => new Judgement(example.Id, "The problem is of no kind that I know.", 1),
            var problem when (problem.Answer == example.Answer) == errs => new(example.Id, $"The answer should not be {example.Answer}.", 1),
            _ => new(example.Id, "The answer is right.", JudgeExamplesAnswer.BestScore),
        };
    })]);
}
