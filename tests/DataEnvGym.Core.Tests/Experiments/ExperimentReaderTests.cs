using System.Text;
using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Experiments;
using DataEnvGym.Core.Policies;

namespace DataEnvGym.Core.Tests.Experiments;

public sealed class ExperimentReaderTests
{
    private const string Base = """{ "$schema": "x", "name": "base", "seed": 9, "stop": { "iterations": 3 }, "examplesPerIteration": 100 } // as in a file""";

    [Fact]
    public void Read_ArmsGridAndBaselines_AreAllPlanned()
    {
        var plan = Read("""
            {
              // comments are allowed
              "name": "test", "base": "base.json", "set": { "examplesPerIteration": 50 },
              "arms": { "open": { "environment": "open-ended" } },
              "vary": { "agent.policy.name": ["uniform", "thompson"] },
              "seeds": [3, 1],
            }
            """);

        plan.Arms.Select(arm => (arm.Name, arm.IsBaseline)).ShouldBe([("open", false), ("uniform", false), ("thompson", false), ("no-state", true), ("random", true), ("seeded", true), ("selection", true)]);
        plan.Reference.ShouldBe("no-state");
        plan.Arms.ShouldAllBe(arm => arm.Episode.ExamplesPerIteration == 50);
        Arm(plan, "open").Environment.ShouldBe(EnvironmentKind.OpenEnded);
        Arm(plan, "thompson").Agent.Policy.Name.ShouldBe(PolicyKind.Thompson);
        Arm(plan, "no-state").Agent.Kind.ShouldBe(AgentKind.NoState);
        Arm(plan, "random").Agent.Policy.Name.ShouldBe(PolicyKind.Random);
        Arm(plan, "seeded").Agent.Kind.ShouldBe(AgentKind.Seeded);
        Arm(plan, "selection").Agent.Kind.ShouldBe(AgentKind.Selection);
        plan.Runs().Take(8).Select(run => (run.Name, run.Episode.Name, run.Episode.Seed)).ShouldBe(
        [
            ("open-3", "open", 3u), ("uniform-3", "uniform", 3u), ("thompson-3", "thompson", 3u), ("no-state-3", "no-state", 3u), ("random-3", "random", 3u),
            ("seeded-3", "seeded", 3u), ("selection-3", "selection", 3u), ("open-1", "open", 1u),
        ]);
    }

    [Fact]
    public void Read_GridOfTwoFields_NamesEachCombination() =>
        Read(""" { "base": "b", "vary": { "agent.policy.name": ["uniform", "random"], "training.replay": [0.5, 1] }, "baselines": { "noState": false, "seeded": false, "selection": false } } """)
            .Arms.Select(arm => arm.Name).ShouldBe(["uniform-replay-0-5", "uniform-replay-1", "random-replay-0-5", "random-replay-1"], "an arm is the random baseline already");

    [Fact]
    public void Read_EpisodeWrittenOut_IsCompletedWithDefaults()
    {
        var plan = Read(""" { "episode": { "stop": { "iterations": 2 } }, "arms": { "uniform": { "agent.policy.name": "uniform" } }, "reference": "uniform" } """);

        Arm(plan, "uniform").ShouldBe(new EpisodeSpec { Name = "episode", Stop = new() { Iterations = 2 }, Agent = new() { Policy = new() { Name = PolicyKind.Uniform } } });
        plan.Reference.ShouldBe("uniform");
        plan.Seeds.ShouldBe([1u, 2u, 3u, 4u, 5u]);
    }

    // Two ways of naming the same thing would be two arms of one way of teaching.
    [Fact]
    public void Read_ArmIsABaseline_IsNotAddedAgain()
    {
        var plan = Read(""" { "base": "b", "arms": { "blind": { "environment": "open-ended", "agent.kind": "no-state" }, "open": { "environment": "open-ended" } } } """);

        plan.Arms.Select(arm => arm.Name).ShouldBe(["blind", "open", "seeded", "selection"], "shares of a budget can be drawn only where there are skills");
        plan.Reference.ShouldBe("blind");
    }

    [Theory]
    [InlineData(""" { "arms": { "a": {} } } """, "base: give either this")]
    [InlineData(""" { "base": "b", "episode": { "stop": {} }, "arms": { "a": {} } } """, "base: give either this")]
    [InlineData(""" { "base": "b" } """, "arms: nothing is compared")]
    [InlineData(""" { "base": "b", "vary": { "seed": [] } } """, "vary.seed: has no value")]
    [InlineData(""" { "base": "b", "vary": { "stop": [{}] } } """, "vary.stop: {} gives no name for an arm")]
    [InlineData(""" { "base": "b", "arms": { "a": {} }, "seeds": [1] } """, "seeds: [1] are not 2 to 100 different seeds")]
    [InlineData(""" { "base": "b", "arms": { "a": {} }, "seeds": [1, 1] } """, "seeds: [1, 1] are not")]
    [InlineData(""" { "base": "b", "arms": { "a": {} }, "seed": [1, 2] } """, "seed: unknown field. Did you mean \"seeds\"?")]
    [InlineData(""" { "base": "b", "arms": { "Big One": {} } } """, "arms.Big One: is not a name")]
    [InlineData(""" { "base": "b", "arms": { "uniform": {} }, "vary": { "agent.policy.name": ["uniform"] } } """, "arms.uniform: is not a name of its own")]
    [InlineData(""" { "base": "b", "arms": { "a": {} }, "reference": "b" } """, "reference: \"b\" is no arm. Did you mean \"a\"?")]
    [InlineData(""" { "base": "b", "arms": { "a": { "agent.polcy.name": "uniform" } } } """, "agent.polcy: unknown field. Did you mean \"policy\"?")]
    [InlineData(""" { "base": "b", "arms": { "a": { "environment": "open-ended", "skills": { "source": "gold" } } } } """, "skills: \"open-ended\" has no skills")]
    [InlineData(""" { "base": "b", "arms": { "a": { "task.sizes.test": 3 } } } """, "arms.no-state: has another task or student than a")]
    [InlineData(""" { "base": "b", "arms": { "a": { "examplesPerIteration": 10 } } } """, "arms.no-state: examplesPerIteration is 100, that of a 10; give all arms one budget")]
    [InlineData(""" { "base": "b", "arms": { "a": {}, "b": { "stop.tokens": 10 } } } """, "arms.b: stop.tokens is 10, that of a not set; give all arms one budget")]
    [InlineData(""" { "base": "b", "arms": { "a": {} }, "baselines": { "noState": false, "random": false, "seeded": false, "selection": false } } """, "arms: there is only one arm")]
    [InlineData(""" { "base": "b", "arms": { "selection": {} } } """, "baselines.selection: an arm has the baseline's name")]
    public void Read_CannotBeRun_SaysWhyAndWhatToDo(string text, string problem) =>
        Should.Throw<SpecException>(() => Read(text)).Problems[0].ShouldStartWith(problem);

    [Fact]
    public void Read_BaselineCannotBeRun_SaysHowToDoWithout() =>
        Should.Throw<SpecException>(() => Read(""" { "base": "b", "set": { "task.name": "gsm8k", "task.data": "d" }, "arms": { "a": { "agent.kind": "selection", "environment": "open-ended" } } } """))
            .Problems.ShouldHaveSingleItem().ShouldStartWith("baselines.noState: the baseline cannot be run with this episode (agent.kind: the offline teacher");

    [Fact]
    public void Read_UnequalBudgetsAllowed_AreTaken() =>
        Read(""" { "base": "b", "arms": { "a": { "examplesPerIteration": 10 } }, "unequalBudgets": true } """).Arms[0].Episode.ExamplesPerIteration.ShouldBe(10);

    private static ExperimentPlan Read(string text) => ExperimentReader.Read(Encoding.UTF8.GetBytes(text), "experiment.json", _ => Encoding.UTF8.GetBytes(Base));

    private static EpisodeSpec Arm(ExperimentPlan plan, string name) => plan.Arms.Single(arm => arm.Name == name).Episode;
}
