using DataEnvGym.Core;
using DataEnvGym.Core.Teachers;
using DataEnvGym.Domains.Code.Testing;
using DataEnvGym.Domains.Procedural;
using DataEnvGym.Teachers.Prompts;

namespace DataEnvGym.Teachers.Offline;

/// <summary>Writes the examples of one answer, with the faults that are asked for.</summary>
internal sealed class ExampleWriter(ProceduralBenchmark benchmark, Rng rng, TeacherFaults faults)
{
    private const int TriesPerExample = 20;
    private const int MaxTestsLength = 360;

    /// <summary>Writes up to as many examples as the request asks for. Their prompts differ, but for repeats that are a fault.</summary>
    public WriteExamplesAnswer Write(WriteExamplesRequest request)
    {
        if (Syllabus.For(request, benchmark) is not { } syllabus)
        {
            return new WriteExamplesAnswer([], Exhausted: true);
        }

        var prompts = new HashSet<string>(StringComparer.Ordinal);
        var examples = new List<WrittenExample>(request.Count);
        while (examples.Count < request.Count)
        {
            if (examples.Count > 0 && rng.NextDouble() < faults.Duplicate)
            {
                examples.Add(rng.Pick(examples));
            }
            else if (examples.Count > 0 && Happens(faults.NearDuplicate))
            {
                var again = rng.Pick(examples);
                examples.Add(again with { Prompt = Rewording.Of(again.Prompt, rng) });
            }
            else if (request.Errors.Count > 0 && Happens(faults.Contaminated) && benchmark.Solve(rng.Pick(request.Errors).Prompt) is { } examined)
            {
                examples.Add(Example(examined, examined.Solution, examined.Answer));
            }
            else if (NewProblem(syllabus, prompts) is { } problem)
            {
                examples.Add(WriteOut(problem));
            }
            else
            {
                break;
            }
        }

        return new WriteExamplesAnswer(examples, Exhausted: examples.Count < request.Count);
    }

    // Without the fault nothing is drawn, so that the other examples stay what they were.
    private bool Happens(double share) => share > 0 && rng.NextDouble() < share;

    private Problem? NewProblem(Syllabus syllabus, HashSet<string> prompts)
    {
        for (var i = 0; i < TriesPerExample; i++)
        {
            var (skill, level) = syllabus.Draw(rng);
            var problem = skill.GenerateTraining(rng, level);
            if (prompts.Add(problem.Prompt))
            {
                return problem;
            }
        }

        return null;
    }

    private WrittenExample WriteOut(Problem problem)
    {
        var (solution, answer) = (problem.Solution, problem.Answer);
        if (rng.NextDouble() < faults.Wrong)
        {
            var wrong = WrongAnswer.To(problem, rng);
            solution = solution.EndsWith(answer, StringComparison.Ordinal) ? solution[..^answer.Length] + wrong : solution;
            answer = wrong;
        }

        return Example(problem, solution, answer);
    }

    private static WrittenExample Example(Problem problem, string solution, string answer) =>
        new(problem.Prompt, solution, answer) { Check = problem.Check is { } check ? AssertScript.Of(check, MaxTestsLength) : null };
}
