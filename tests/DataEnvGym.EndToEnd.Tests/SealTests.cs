using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Tasks;
using DataEnvGym.Domains.Mathematics;
using DataEnvGym.EndToEnd.Tests.Support;

namespace DataEnvGym.EndToEnd.Tests;

/// <summary>Who gets to see which split, and when.</summary>
public sealed class SealTests(FinishedRun run) : IClassFixture<FinishedRun>
{
    [Fact]
    public async Task TestSplit_IsAnsweredOnceEachByBaseAndBest_AfterTheLastTraining()
    {
        var test = await FormattedAsync(Split.Test);
        var entries = run.Gym.Diary.All().ToList();
        var sat = entries.OfType<Sitting>().Where(sitting => sitting.Prompts.Any(test.Contains)).ToList();
        var state = run.Gym.Record.FinalState();

        run.Report.BestIteration.ShouldBeGreaterThan(0);
        sat.Select(sitting => sitting.Checkpoint).ShouldBe([state.Base!, state.After(run.Report.BestIteration).Checkpoint]);
        sat.ShouldAllBe(sitting => test.SetEquals(sitting.Prompts));
        entries.IndexOf(sat[0]).ShouldBeGreaterThan(entries.FindLastIndex(entry => entry is Lesson));
        entries.IndexOf(sat[0]).ShouldBeGreaterThan(entries.FindLastIndex(entry => entry is TeacherCall));
    }

    [Fact]
    public async Task Teacher_IsShownProbeItemsAlone()
    {
        var diary = run.Gym.Diary;

        diary.CountQuoted(await run.Gym.ItemsAsync(Split.Probe)).ShouldBe(96, "the search finds what is there");
        diary.CountQuoted(await run.Gym.ItemsAsync(Split.Select)).ShouldBe(0);
        diary.CountQuoted(await run.Gym.ItemsAsync(Split.Test)).ShouldBe(0);
    }

    [Fact]
    public async Task TrainSplit_WithATeacher_IsNotRead()
    {
        run.Gym.Diary.Of<Loading>().Select(loading => loading.Split).ShouldNotContain(Split.Train);
        var examined = (await FormattedAsync(Split.Probe)).Union(await FormattedAsync(Split.Select)).Union(await FormattedAsync(Split.Test));
        run.Gym.Diary.Of<Sitting>().SelectMany(sitting => sitting.Prompts).Except(examined).ShouldBeEmpty();
    }

    // The first training makes the student good at select alone, the second at all the rest.
    [Fact]
    public async Task Checkpoint_GoodOnProbeAndTestButNotOnSelect_IsNotChosen()
    {
        var select = await FormattedAsync(Split.Select);
        using var gym = new Gym(Specs.Small.Until(new() { Iterations = 3 }))
        {
            Knows = (knowledge, prompt) => knowledge.Trainings == 1 ? select.Contains(prompt) : knowledge.Trainings > 1 && !select.Contains(prompt),
        };

        var report = await gym.RunAsync();

        report.BestIteration.ShouldBe(1);
        report.Checkpoint.Sha256.ShouldBe(gym.Record.FinalState().Iterations[0].Checkpoint.Weights.Sha256);
        (report.Select.Before, report.Select.After).ShouldBe((0, 1));
        (report.Test.Before, report.Test.After).ShouldBe((0, 0));
    }

    [Fact]
    public async Task Checkpoint_EquallyGoodLater_DoesNotReplaceTheEarlierOne()
    {
        using var gym = new Gym(Specs.Small.Until(new() { Iterations = 3 })) { Knows = (knowledge, _) => knowledge.Trainings >= 2 };

        (await gym.RunAsync()).BestIteration.ShouldBe(2);
    }

    [Fact]
    public async Task Checkpoint_WorseThanTheBase_IsNotChosen()
    {
        using var gym = new Gym(Specs.Small) { Knows = (knowledge, prompt) => knowledge.Trainings == 0 && prompt.Length % 2 == 0 };

        var report = await gym.RunAsync();

        report.BestIteration.ShouldBe(0);
        report.Checkpoint.Sha256.ShouldBe(gym.Record.FinalState().Base!.Weights.Sha256);
        report.Test.After.ShouldBe(report.Test.Before);
        gym.Record.Calls(EpisodeNames.Grade).Count(call => call.Input.Split == Split.Test).ShouldBe(1);
    }

    private async Task<HashSet<string>> FormattedAsync(Split split) =>
        [.. (await run.Gym.ItemsAsync(split)).Select(item => MathDomain.ShortProblems.FormatPrompt(item.Prompt))];
}
