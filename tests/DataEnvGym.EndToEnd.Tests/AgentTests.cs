using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Json;
using DataEnvGym.Core.Tasks;
using DataEnvGym.EndToEnd.Tests.Support;

namespace DataEnvGym.EndToEnd.Tests;

public sealed class AgentTests
{
    [Fact]
    public async Task Selection_WholeEpisode_TrainsOnTheTasksOwnItemsWithoutATeacher()
    {
        using var gym = new Gym(Specs.Small.With(AgentKind.Selection, EnvironmentKind.OpenEnded));

        var report = await gym.RunAsync();

        report.Agent.ShouldBe("selection");
        report.Spend.Calls.ShouldBe(0);
        gym.Diary.Of<TeacherCall>().ShouldBeEmpty();
        var pool = (await gym.ItemsAsync(Split.Train)).ToDictionary(item => item.Id);
        var examples = await gym.Record.ExamplesAsync();
        examples.Count.ShouldBe(96);
        foreach (var example in examples)
        {
            var item = pool[example.Provenance.Source.Request];
            (example.Prompt, example.Solution, example.Answer).ShouldBe((item.Prompt, item.Solution, item.Reference));
            (example.Provenance.Source.Writer, example.Provenance.Source.PromptHash).ShouldBe(("train", null));
        }
    }

    // The last iteration is a smaller one: it must still go on where the one before ended, not among what was taken already.
    [Fact]
    public async Task Selection_IterationByIteration_TakesEachItemOnce()
    {
        using var gym = new Gym(Specs.Small.With(AgentKind.Selection, EnvironmentKind.OpenEnded).Until(new() { Examples = 120 }));

        var report = await gym.RunAsync();

        report.Examples.ShouldBe(120);
        report.Iterations.ShouldAllBe(point => point.Dropped.Count == 0);
        gym.Record.Calls(EpisodeNames.Generate).ShouldAllBe(call => call.Input.Round == 0);
        (await gym.Record.ExamplesAsync()).Select(example => example.Provenance.Source.Request).ShouldBeUnique();
    }

    [Fact]
    public async Task OpenEnded_WholeEpisode_OrdersWithoutSkillsAndLearns()
    {
        using var gym = new Gym(Specs.Small.With(AgentKind.Teacher, EnvironmentKind.OpenEnded).Until(new() { Iterations = 4 }));

        var report = await gym.RunAsync();

        (report.Environment, report.Agent).ShouldBe(("open-ended", "teacher"));
        report.Examples.ShouldBe(4 * 48);
        report.Test.Difference.Low.ShouldBeGreaterThan(0);
        gym.Record.Calls(EpisodeNames.DiscoverSkills).ShouldBeEmpty();
        foreach (var iteration in gym.Record.FinalState().Iterations)
        {
            var plan = await gym.Record.DocumentAsync(iteration.Plan, CoreJson.Default.Plan);
            plan.Orders.ShouldAllBe(order => order.Skill == null && order.Count == 4 && order.SourceErrors.Count > 0);
        }
    }

    [Fact]
    public async Task SkillList_WholeEpisode_OrdersMostWhereTheStudentIsWeak()
    {
        using var gym = new Gym(Specs.Small.Until(new() { Iterations = 1 }) with { ExamplesPerIteration = 96 });

        var report = await gym.RunAsync();

        (report.Environment, report.Agent).ShouldBe(("skill-list", "teacher/error-proportional"));
        var plan = await gym.Record.DocumentAsync(gym.Record.FinalState().Iterations[0].Plan, CoreJson.Default.Plan);
        var known = plan.Orders.Where(order => FakeLab.Base.Seen.ContainsKey(order.Skill!)).Sum(order => order.Count);
        known.ShouldBeLessThan(4);
        plan.Orders.Count.ShouldBeGreaterThanOrEqualTo(22);
        report.Test.Difference.Low.ShouldBeGreaterThan(0);
        report.Weak!.After.ShouldBeGreaterThan(report.Weak.Before);
    }
}
