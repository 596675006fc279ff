using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Json;
using DataEnvGym.Domains.Code.Procedural;
using DataEnvGym.EndToEnd.Tests.Support;

namespace DataEnvGym.EndToEnd.Tests;

/// <summary>The loop on code, with the real sandbox.</summary>
public sealed class CodeTests
{
    private static readonly EpisodeSpec Small = Specs.Small with
    {
        Task = new() { Name = "procedural-code", Sizes = new() { Probe = 2, Select = 2, Test = 2 } },
        Student = new() { Name = "embedded-code" },
        Teacher = new() { ExamplesPerCall = 4, MaxTokensPerCall = 2000 },
        ExamplesPerIteration = 36,
    };

    [SkippableFact]
    public async Task Loop_OnCode_TeachesAndKeepsTheTests()
    {
        await Sandboxes.RequireAsync();
        using var gym = new Gym(Small);

        var report = await gym.RunAsync();

        report.Stopped.ShouldBe(StopReason.Iterations);
        report.Examples.ShouldBe(72);
        var state = gym.Record.FinalState();
        state.Iterations[^1].Exams.Select.Correct.ShouldBeGreaterThan(state.BaseExams!.Select.Correct);
        state.Iterations[^1].Exams.Select.Grader.ShouldBe("code/1");
        foreach (var iteration in state.Iterations)
        {
            foreach (var example in await gym.Record.LinesAsync(iteration.Examples, CoreJson.Default.Example))
            {
                example.Check.ShouldNotBeNull().ShouldStartWith("assert f(");
                example.Answer.ShouldBe(ProceduralCode.Benchmark.Solve(example.Prompt)!.Answer);
            }
        }
    }

    [SkippableFact]
    public async Task Loop_WithATeacherWhoErrs_KeepsNoCodeThatFailsItsTests()
    {
        await Sandboxes.RequireAsync();
        using var gym = new Gym(Small with { Stop = new() { Iterations = 1 }, Teacher = Small.Teacher with { Faults = new() { Wrong = 0.5 } } });

        await gym.RunAsync();

        var iteration = gym.Record.FinalState().Iterations.ShouldHaveSingleItem();
        iteration.Dropped["check-failed"].ShouldBeGreaterThan(10);
        var examples = await gym.Record.LinesAsync(iteration.Examples, CoreJson.Default.Example);
        examples.Count.ShouldBeGreaterThan(10);
        var wrong = examples.Where(example => example.Answer != ProceduralCode.Benchmark.Solve(example.Prompt)!.Answer).Select(example => $"{example.Prompt} {example.Answer} {example.Check}").ToList();
        wrong.Count.ShouldBeLessThanOrEqualTo(1, string.Join('\n', wrong));
    }
}
