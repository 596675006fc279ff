using System.Text.Json;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Json;
using DataEnvGym.Core.Tasks;
using DataEnvGym.Domains.Mathematics;
using DataEnvGym.Domains.Mathematics.Procedural;
using DataEnvGym.EndToEnd.Tests.Support;
using DataEnvGym.Teachers.Prompts;

namespace DataEnvGym.EndToEnd.Tests;

public sealed class BadTeacherTests
{
    private static EpisodeSpec Bad => Specs.Small.With(new() { Wrong = 0.2, Duplicate = 0.3, Malformed = 0.3 });

    [Fact]
    public async Task Faults_OfEveryKind_AreCountedAndTopUpsFillTheGaps()
    {
        using var gym = new Gym(Bad with { Curation = new() { TopUps = 10 } });

        var report = await gym.RunAsync();

        report.Stopped.ShouldBe(StopReason.Iterations);
        report.Examples.ShouldBe(96);
        var state = gym.Record.FinalState();
        state.Iterations.ShouldAllBe(iteration => iteration.Malformed > 0 && iteration.Dropped["duplicate"] > 0);
        state.Iterations.Select(iteration => iteration.Malformed)
            .ShouldBe(gym.Record.Calls(EpisodeNames.Generate).GroupBy(call => call.Input.Iteration, (_, calls) => calls.Sum(call => call.Output.Malformed)));
        gym.Record.Calls(EpisodeNames.Generate).Max(call => call.Input.Round).ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Faults_WithoutTopUps_LeaveGaps()
    {
        using var gym = new Gym(Bad with { Curation = new() { TopUps = 0 } });

        var report = await gym.RunAsync();

        report.Stopped.ShouldBe(StopReason.Iterations);
        report.Examples.ShouldBeInRange(20, 95);
        gym.Record.Calls(EpisodeNames.Generate).ShouldAllBe(call => call.Input.Round == 0);
    }

    // Nothing disappears: what was drafted was kept, or was dropped for a reason that the report counts.
    [Fact]
    public async Task Drafts_OfABadTeacher_AreKeptOrDroppedWithAReason()
    {
        using var gym = new Gym(Bad);
        var report = await gym.RunAsync();
        foreach (var iteration in gym.Record.FinalState().Iterations)
        {
            var last = gym.Record.Calls(EpisodeNames.Curate).Where(call => call.Input.Iteration == iteration.Number).MaxBy(call => call.Input.Round);
            var dropped = await gym.Record.LinesAsync(last.Output.Dropped, CoreJson.Default.DroppedDraft);

            report.Iterations[iteration.Number].Dropped.ShouldBe(dropped.CountBy(drop => drop.Reason), ignoreOrder: true);
            (dropped.Count + iteration.Examples.Count).ShouldBe(last.Input.Rounds.Sum(round => round.Drafts.Sum(drafts => drafts.Count)));
        }
    }

    [Fact]
    public async Task WrongAnswers_OfABadTeacher_ReachTheStudent()
    {
        using var gym = new Gym(Bad);
        await gym.RunAsync();

        var examples = await gym.Record.ExamplesAsync();

        var wrong = examples.Count(example => ProceduralMath.Solve(example.Prompt)!.Answer != example.Answer);
        wrong.ShouldBeInRange(examples.Count / 20, examples.Count / 2);
    }

    [Fact]
    public async Task Answers_AllMalformed_EndTheLoopWithAReport()
    {
        using var gym = new Gym(Specs.Small.With(new() { Malformed = 1 }));

        var report = await gym.RunAsync();

        report.Stopped.ShouldBe(StopReason.NoExamples);
        report.Examples.ShouldBe(0);
        report.BestIteration.ShouldBe(0);
        report.Iterations.Select(point => (point.Ordered, point.Examples)).ShouldBe([(0, 0), (48, 0)]);
        report.Spend.Calls.ShouldBe(gym.Diary.Of<TeacherCall>().Count);
        gym.Record.FinalState().Iterations[0].Malformed.ShouldBe(3 * 48 / 4, "each order is tried in three rounds");
        gym.Diary.Of<Lesson>().ShouldBeEmpty();
        File.Exists(Path.Combine(gym.Folder.Artifacts, "report.md")).ShouldBeTrue();
    }

    // One example of each answer is an examined question, in other letters and spaces.
    [Theory]
    [InlineData(Split.Probe)]
    [InlineData(Split.Select)]
    [InlineData(Split.Test)]
    public async Task Teacher_ThatGivesTheExamAway_IsFoundOut(Split split)
    {
        using var clean = new Gym(Specs.Small);
        var exam = await clean.ItemsAsync(split);
        using var gym = new Gym(Specs.Small) { Rewrite = text => WithFirstPrompt(text, $" {exam[text.Length % exam.Count].Prompt.ToUpperInvariant()}  ") };

        var report = await gym.RunAsync();

        report.Examples.ShouldBeGreaterThan(48);
        report.Iterations.Skip(1).ShouldAllBe(point => point.Dropped["contaminated"] >= 48 / 4);
        var forms = exam.Select(item => MathDomain.ShortProblems.Canonicalize(item.Prompt)).ToHashSet();
        (await gym.Record.ExamplesAsync()).ShouldAllBe(example => !forms.Contains(MathDomain.ShortProblems.Canonicalize(example.Prompt)));
    }

    [Fact]
    public async Task Teacher_ThatRepeatsItselfInEveryCall_IsListenedToOnce()
    {
        const string Again = "17+25+38";
        using var gym = new Gym(Specs.Small) { Rewrite = text => WithFirstPrompt(text, Again) };

        var report = await gym.RunAsync();

        (await gym.Record.ExamplesAsync()).Where(example => example.Prompt == Again).ShouldHaveSingleItem().Provenance.Iteration.ShouldBe(1);
        report.Iterations.Skip(1).ShouldAllBe(point => point.Dropped["duplicate"] >= 48 / 4);
    }

    private static string WithFirstPrompt(string answer, string prompt)
    {
        if (!answer.StartsWith("{\"examples\":[{", StringComparison.Ordinal))
        {
            return answer;
        }

        var written = JsonSerializer.Deserialize(answer, TeacherJson.Readable.WriteExamplesAnswer)!;
        return JsonSerializer.Serialize(
            written with { Examples = [written.Examples[0] with { Prompt = prompt }, .. written.Examples.Skip(1)] }, TeacherJson.Readable.WriteExamplesAnswer);
    }
}
