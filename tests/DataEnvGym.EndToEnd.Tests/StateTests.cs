using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Json;
using DataEnvGym.Core.Policies;
using DataEnvGym.Core.Policies.Trees;
using DataEnvGym.Core.Tasks;
using DataEnvGym.EndToEnd.Tests.Support;
using DataEnvGym.Teachers;
using DataEnvGym.Teachers.Prompts;

namespace DataEnvGym.EndToEnd.Tests;

/// <summary>What a teacher is told of the student, with state and without.</summary>
public sealed class StateTests
{
    [Theory]
    [InlineData(EnvironmentKind.SkillList)]
    [InlineData(EnvironmentKind.OpenEnded)]
    [InlineData(EnvironmentKind.SkillTree)]
    public async Task WithState_EachPrompt_HoldsTheTextOfEverySampledError(EnvironmentKind environment)
    {
        using var gym = new Gym(Specs.Small.With(AgentKind.Teacher, environment));
        await gym.RunAsync();
        var calls = gym.Diary.Writing().ToDictionary(call => call.Call.PromptHash, call => call.Request);
        var shown = 0;
        foreach (var iteration in gym.Record.FinalState().Iterations)
        {
            var errors = (await gym.Record.DocumentAsync(iteration.Observation, CoreJson.Default.Observation)).Errors.ToDictionary(error => error.ItemId);
            var plan = await gym.Record.DocumentAsync(iteration.Plan, CoreJson.Default.Plan);
            foreach (var (_, _, _, _, orderId, source) in (await gym.Record.LinesAsync(iteration.Examples, CoreJson.Default.Example)).Select(e => e.Provenance))
            {
                var sampled = source.SourceErrors.Select(id => errors[id]).Select(e => new ErrorToShow(e.Prompt, e.Response, e.Reference));
                calls[source.PromptHash!].Errors.ShouldBe(sampled);
                source.SourceErrors.Count.ShouldBe(Math.Min(TeacherDataEngine.ErrorsPerCall, plan.Orders.Single(o => o.Id == orderId).SourceErrors.Count));
                shown += source.SourceErrors.Count;
            }
        }

        shown.ShouldBeGreaterThan(50);
    }

    [Fact]
    public async Task OtherPrompts_OfARun_HoldWhatWasObserved()
    {
        var spec = Specs.Tree(new() { Policy = TreePolicyKind.Teacher, Share = TreeShare.Policy });
        using var gym = new Gym(spec with { Agent = spec.Agent with { Policy = new() { Name = PolicyKind.Teacher } }, Teacher = spec.Teacher with { MaxTokensPerCall = 10_000 } });
        await gym.RunAsync();
        var asked = gym.Diary.Of<TeacherCall>().Select(call => call.Request()).ToList();
        var probe = (await gym.ItemsAsync(Split.Probe)).ToDictionary(item => item.Id, item => item.Prompt);

        asked.OfType<LabelSkillsRequest>().SelectMany(request => request.Items).Select(item => item.Prompt).ShouldBe(probe.Values, ignoreOrder: true);
        asked.OfType<AssignItemsRequest>().SelectMany(request => request.Items).Select(item => item.Prompt).ShouldBeSubsetOf(probe.Values);
        asked.OfType<ProposeSubskillsRequest>().ShouldNotBeEmpty();
        var steered = asked.OfType<SteerTreeRequest>().SelectMany(request => request.Skills).ToList();
        var shared = asked.OfType<ShareBudgetRequest>().ToList();
        shared.Count.ShouldBe(2);
        foreach (var iteration in gym.Record.FinalState().Iterations)
        {
            var observation = await gym.Record.DocumentAsync(iteration.Observation, CoreJson.Default.Observation);
            var tree = await gym.Record.DocumentAsync(iteration.Tree!, CoreJson.Default.SkillTree);
            steered.Skip((iteration.Number - 1) * observation.Skills.Count).Take(observation.Skills.Count).Select(skill => new SkillStanding(skill.Skill, skill.Items, skill.Correct))
                .ShouldBe(observation.Skills, ignoreOrder: true);
            shared[iteration.Number - 1].Skills.Select(skill => new SkillStanding(skill.Skill, skill.Items, skill.Correct))
                .ShouldBe(tree.Leaves.Select(leaf => leaf.Standing), ignoreOrder: true);
        }
    }

    [Fact]
    public async Task NoState_EachPrompt_HoldsNothingOfTheStudent()
    {
        using var gym = new Gym(Specs.Small.With(AgentKind.NoState, EnvironmentKind.OpenEnded));
        await gym.RunAsync();

        gym.Diary.Writing().Count.ShouldBe(2 * 48 / 4);
        gym.Diary.Writing().ShouldAllBe(call => call.Request.Errors.Count == 0 && call.Request.Skill == null);
        gym.Diary.Of<TeacherCall>().ShouldAllBe(call => !call.Text().Contains("lost-"));
        gym.Diary.CountQuoted(await gym.ItemsAsync(Split.Probe)).ShouldBe(0);
        gym.Record.Calls(EpisodeNames.DiscoverSkills).ShouldBeEmpty();
        foreach (var (_, output) in gym.Record.Calls(EpisodeNames.Observe))
        {
            (await gym.Record.DocumentAsync(output, CoreJson.Default.Observation)).ShouldSatisfyAllConditions(
                observation => observation.Errors.ShouldBeEmpty(), observation => observation.Skills.ShouldBeEmpty(), observation => observation.Accuracy.ShouldBe(0));
        }
    }

    [Fact]
    public async Task Seeded_EachPrompt_HoldsOtherTrainingItemsAndNothingOfTheStudent()
    {
        using var gym = new Gym(Specs.Small.With(AgentKind.Seeded, EnvironmentKind.OpenEnded));

        var report = await gym.RunAsync();

        (report.Agent, report.Examples).ShouldBe(("seeded", 96));
        var pool = (await gym.ItemsAsync(Split.Train)).ToDictionary(item => item.Id, SeedToShow.Of);
        var writing = gym.Diary.Writing().ToDictionary(call => call.Call.PromptHash, call => call.Request);
        writing.Values.ShouldAllBe(request => request.Errors.Count == 0 && request.Skill == null && request.Seeds!.Count == TeacherDataEngine.ErrorsPerCall);
        foreach (var source in (await gym.Record.ExamplesAsync()).Select(example => example.Provenance.Source))
        {
            writing[source.PromptHash!].Seeds.ShouldBe(source.SourceItems!.Select(id => pool[id]));
        }

        writing.Values.SelectMany(request => request.Seeds!).Distinct().Count().ShouldBeGreaterThan(100, "each order shows a sample of its own");
        gym.Diary.Of<TeacherCall>().ShouldAllBe(call => !call.Text().Contains("lost-"));
        gym.Diary.CountQuoted(await gym.ItemsAsync(Split.Probe)).ShouldBe(0);
    }

    // The student must matter to one agent and be nothing to the other.
    [Theory]
    [InlineData(AgentKind.Teacher, false)]
    [InlineData(AgentKind.NoState, true)]
    [InlineData(AgentKind.Seeded, true)]
    public async Task Examples_ForTwoDifferentStudents_AreTheSameOnlyWithoutState(AgentKind agent, bool same)
    {
        var spec = Specs.Small.With(agent, EnvironmentKind.OpenEnded);
        using var one = new Gym(spec) { Knows = (_, prompt) => prompt.Length % 2 == 0 };
        using var other = new Gym(spec) { Knows = (_, prompt) => prompt.Length % 2 == 1 };
        await one.RunAsync();
        await other.RunAsync();

        var ids = (await one.Record.ExamplesAsync()).Select(example => example.Id);
        ids.SequenceEqual((await other.Record.ExamplesAsync()).Select(example => example.Id)).ShouldBe(same);
    }
}
