using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Json;
using DataEnvGym.Core.Policies;
using DataEnvGym.Domains.Mathematics.Procedural;
using DataEnvGym.EndToEnd.Tests.Support;
using DataEnvGym.Local.Engine;
using DataEnvGym.Local.Journal;

namespace DataEnvGym.EndToEnd.Tests;

/// <summary>Whole episodes under every policy there is.</summary>
public sealed class PolicyTests
{
    private sealed class KilledException() : Exception("killed");

    public static TheoryData<PolicyKind> Kinds => new(Enum.GetValues<PolicyKind>());

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Policy_WholeEpisode_LearnsWithinItsBudgetAndWritesItsPropensities(PolicyKind kind)
    {
        using var gym = new Gym(Under(kind) with { ExamplesPerIteration = 240, Stop = new() { Iterations = 3 } });

        var report = await gym.RunAsync(options: new EngineOptions { ReplayAfterEveryEvent = true });

        report.Agent.ShouldBe($"teacher/{Words.Of(kind)}");
        report.Examples.ShouldBeGreaterThan(500);
        report.Test.Difference.Low.ShouldBeGreaterThan(0);
        report.Regret.ShouldNotBeNull().Skills.Sum(skill => skill.Examples).ShouldBe(report.Examples);
        foreach (var (input, output) in gym.Record.Calls(EpisodeNames.Plan))
        {
            var plan = await gym.Record.DocumentAsync(output.Plan, CoreJson.Default.Plan);
            var observation = await gym.Record.DocumentAsync(input.Observation, CoreJson.Default.Observation);
            plan.Policy.ShouldBe(Words.Of(kind));
            plan.Total.ShouldBe(input.Budget);
            plan.Orders.ShouldAllBe(order => order.Count >= 1 && plan.Weights[order.Skill!] > 0);
            (plan.Advice is not null).ShouldBe(kind == PolicyKind.Teacher);
            output.Spend.Calls.ShouldBe(kind == PolicyKind.Teacher ? 1 : 0);
            plan.Propensities!.Keys.ShouldBe(observation.Skills.Select(skill => skill.Skill), ignoreOrder: true);
            plan.Propensities.Values.Sum().ShouldBe(1, 1e-9);
        }
    }

    [Fact]
    public async Task Observation_ForAPolicyThatLooksBack_HoldsWhatWasSeenAndTaught()
    {
        using var gym = new Gym(Under(PolicyKind.Ucb1) with { Stop = new() { Iterations = 3 } });

        await gym.RunAsync();

        var observed = gym.Record.Calls(EpisodeNames.Observe);
        var earlier = new List<PastIteration>();
        foreach (var iteration in gym.Record.FinalState().Iterations)
        {
            var observation = await gym.Record.DocumentAsync(iteration.Observation, CoreJson.Default.Observation);
            var (input, _) = observed.Single(call => call.Input.Iteration == iteration.Number);
            (input.Previous is null).ShouldBe(earlier.Count == 0);
            (observation.Past ?? []).Count.ShouldBe(earlier.Count);
            foreach (var (past, expected) in (observation.Past ?? []).Zip(earlier))
            {
                past.Iteration.ShouldBe(expected.Iteration);
                past.Skills.ShouldBe(expected.Skills);
                past.Examples.ShouldBe(expected.Examples, ignoreOrder: true);
            }

            var examples = await gym.Record.LinesAsync(iteration.Examples, CoreJson.Default.Example);
            earlier.Add(new(iteration.Number, observation.Skills, examples.CountBy(example => example.Skill!).ToDictionary()));
        }

        earlier.Count.ShouldBe(3);
        earlier.ShouldAllBe(past => past.Examples.Values.Sum() > 0);
    }

    // A journal of an older program must still fit: the steps of its policies are recorded as they were then.
    [Fact]
    public async Task Observe_ForAPolicyThatDoesNotLookBack_IsAskedAsEver()
    {
        using var gym = new Gym(Specs.Small);

        await gym.RunAsync();

        var observed = gym.Record.Calls(EpisodeNames.Observe);
        observed.Count.ShouldBe(2);
        observed.ShouldAllBe(call => call.Input.Previous == null);
        File.ReadAllText(Path.Combine(gym.Folder.Artifacts, observed[1].Output.Name)).ShouldNotContain("\"past\"");
    }

    [Theory]
    [InlineData(PolicyKind.Random)]
    [InlineData(PolicyKind.Thompson)]
    [InlineData(PolicyKind.Teacher)]
    public async Task Policy_KilledInItsSecondIteration_EndsAsIfNothingHadHappened(PolicyKind kind)
    {
        using var undisturbed = new Gym(Under(kind));
        var commits = 0;
        await undisturbed.RunAsync(new JournalHooks { After = number => commits = number });
        using var gym = new Gym(Under(kind));

        await Should.ThrowAsync<KilledException>(() => gym.RunAsync(new JournalHooks
        {
            Before = number => _ = number <= commits * 2 / 3 ? number : throw new KilledException(),
        }));
        await gym.RunAsync();

        gym.Hashes().ShouldBe(undisturbed.Hashes());
    }

    private static EpisodeSpec Under(PolicyKind kind) => Specs.Small with { Agent = new() { Policy = PolicyOf(kind) } };

    private static PolicySpec PolicyOf(PolicyKind kind) => new() { Name = kind, Skills = kind == PolicyKind.Oracle ? Known : null };

    private static IReadOnlyList<string> Known { get; } = [.. ProceduralMath.Skills.Select(skill => skill.Name)];
}
