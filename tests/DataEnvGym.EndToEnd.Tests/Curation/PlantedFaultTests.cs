using DataEnvGym.Bench.Gates;
using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Json;
using DataEnvGym.Core.Tasks;
using DataEnvGym.EndToEnd.Tests.Support;

namespace DataEnvGym.EndToEnd.Tests.Curation;

/// <summary>Gates against what was really planted. What is wrong with a draft is worked out by the benchmark itself, never by a gate.</summary>
public sealed class PlantedFaultTests
{
    private static EpisodeSpec Bad { get; } = (Specs.Small with
    {
        ExamplesPerIteration = 120,
        Curation = new() { TopUps = 10, Near = new(), Verify = new() },
        Teachers = new() { Judge = Specs.Small.Teacher },
    }).With(new() { Wrong = 0.2, Duplicate = 0.2, Contaminated = 0.05, NearDuplicate = 0.05 });

    [Fact]
    public async Task BadTeacher_WithAGoodJudge_IsFoundOutByEveryGate()
    {
        using var gym = new Gym(Bad);

        var report = await gym.RunAsync();
        var drafts = await JudgedAsync(gym);

        foreach (var score in GateScore.Of(drafts, Bad.Curation.Near!.MinWords))
        {
            // A rewording of a few words is told from a new question by nobody.
            (score.Recall == 1 || score.Fault is "contaminated and reworded" or "reworded, any length").ShouldBeTrue($"{score}");
            score.Precision.ShouldBe(1, $"{score}");
        }

        drafts.Count(draft => draft.Planted.Wrong).ShouldBeInRange(drafts.Count / 8, drafts.Count / 3);
        drafts.Count(draft => draft.Planted.Contaminated).ShouldBeGreaterThan(drafts.Count / 50);
        report.Examples.ShouldBe(240, "top-ups make up for what was dropped");
        report.Iterations[1].Dropped.Keys.ShouldBeSubsetOf(["contaminated", "disagreed", "duplicate", "near-contaminated", "near-duplicate", "surplus"]);
        (await gym.Record.ExamplesAsync()).Count.ShouldBe(report.Iterations.Sum(point => point.Kept));
    }

    // With one solution in ten wrong, two of three that agree in the same wrong answer are rare, and so are two that both err against a right one.
    [Fact]
    public async Task Judge_ThatErrs_IsOutvoted()
    {
        using var gym = new Gym(Bad with { Teachers = new() { Judge = Specs.Small.Teacher with { Faults = new() { Misjudged = 0.1 } } } });

        await gym.RunAsync();

        var score = GateScore.Of(await JudgedAsync(gym), 8)[0];
        score.Recall.ShouldBeGreaterThan(0.95, $"{score}");
        score.Precision.ShouldBeGreaterThan(0.75, $"{score}");
    }

    [Fact]
    public async Task Rubric_WithoutSolutions_DropsWhatTheJudgeFindsWrong()
    {
        using var gym = new Gym(Bad with { Curation = new() { TopUps = 10, Verify = new(Solutions: 0, Rubric: new()) } });

        var report = await gym.RunAsync();

        var score = GateScore.Of(await JudgedAsync(gym), 8)[0];
        (score.Precision, score.Recall).ShouldBe((1, 1), $"{score}");
        report.Iterations[1].Dropped["judged"].ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Rewordings_OfLongQuestions_AreNearDuplicates()
    {
        var wordy = Bad with { Agent = new() { Policy = new() { Name = Core.Policies.PolicyKind.Oracle, Skills = ["word-problem"] } } };
        using var gym = new Gym(wordy.With(new() { NearDuplicate = 0.3 }) with { Curation = new() { TopUps = 10, Near = new() } });

        await gym.RunAsync();

        var score = GateScore.Of(await JudgedAsync(gym), 8)[4];
        score.Planted.ShouldBeGreaterThan(20, $"{score}");
        (score.Precision, score.Recall).ShouldBe((1, 1), $"{score}");
    }

    private static async Task<List<(JudgedDraft Judged, Planted Planted)>> JudgedAsync(Gym gym)
    {
        var exam = new List<Item>();
        foreach (var split in (Split[])[Split.Probe, Split.Select, Split.Test])
        {
            exam.AddRange(await gym.ItemsAsync(split));
        }

        var truth = new PlantedTruth(Domains.Mathematics.MathDomain.ShortProblems, exam);
        var judged = new List<(JudgedDraft, Planted)>();
        foreach (var iteration in gym.Record.FinalState().Iterations)
        {
            var (input, output) = gym.Record.Calls(EpisodeNames.Curate).Where(call => call.Input.Iteration == iteration.Number).MaxBy(call => call.Input.Round);
            var drafts = new List<Draft>();
            foreach (var shard in input.Rounds.SelectMany(round => round.Drafts))
            {
                drafts.AddRange(await gym.Record.LinesAsync(shard, CoreJson.Default.Draft));
            }

            judged.AddRange(JudgedDraft.Match(
                drafts, await gym.Record.LinesAsync(output.Examples, CoreJson.Default.Example), await gym.Record.LinesAsync(output.Dropped, CoreJson.Default.DroppedDraft))
                .Select(draft => (draft, truth.Of(draft))));
        }

        return judged;
    }
}
