using System.Text.Json;
using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Json;
using DataEnvGym.Core.Policies;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace DataEnvGym.Core.Tests.Agents;

public sealed class PlannerTests
{
    [Property(MaxTest = 200)]
    public Property Plan_AnyEnvironmentAndKind_SumsToBudget() => Prop.ForAll(Situations(), situation =>
    {
        var (spec, observation, budget) = situation;

        var plan = Planner.Plan(spec, observation, budget);

        plan.Total.ShouldBe(budget);
        plan.Orders.ShouldAllBe(order => order.Count >= 1);
        plan.Orders.Select(order => order.Id).ShouldBeUnique();
        plan.Orders.ShouldAllBe(order => order.SourceErrors.Count <= spec.Agent.ErrorsPerOrder);
        plan.Propensities?.Keys.ShouldBe(observation.Skills.Select(skill => skill.Skill));
        plan.Propensities?.Values.ShouldAllBe(propensity => propensity >= 0 && propensity <= 1);
        plan.Propensities?.Values.Sum().ShouldBe(1, 1e-9);
        plan.Weights.Values.Sum().ShouldBe(plan.Weights.Count > 0 ? 1 : 0, 1e-9);
    });

    [Property(MaxTest = 200)]
    public Property Plan_SourceErrors_BelongToTheOrdersSkill() => Prop.ForAll(Situations(), situation =>
    {
        var (spec, observation, budget) = situation;
        var skills = observation.Errors.ToDictionary(error => error.ItemId, error => error.Skill);

        foreach (var order in Planner.Plan(spec, observation, budget).Orders)
        {
            order.SourceErrors.ShouldBeUnique();
            order.SourceErrors.ShouldAllBe(id => order.Skill == null || skills[id] == order.Skill);
        }
    });

    [Fact]
    public void Plan_FewerErrorsThanAsked_ShowsThemAll()
    {
        var plan = Planner.Plan(Given.Spec, Observed(("a", 4), ("b", 2)), 10);

        plan.Orders.Select(order => (order.Skill, order.SourceErrors.Count)).ShouldBe([("a", 4), ("b", 2)]);
    }

    [Fact]
    public void Plan_SameSeed_IsTheSame()
    {
        var observation = Observed(("a", 50), ("b", 50));

        var (one, two) = (Planner.Plan(Given.Spec, observation, 10), Planner.Plan(Given.Spec, observation, 10));

        Errors(one).ShouldBe(Errors(two));
    }

    [Fact]
    public void Plan_OtherSeedOrIteration_ShowsOtherErrors()
    {
        var observation = Observed(("a", 50), ("b", 50));
        var plan = Errors(Planner.Plan(Given.Spec, observation, 10));

        Errors(Planner.Plan(Given.Spec with { Seed = 2 }, observation, 10)).ShouldNotBe(plan);
        Errors(Planner.Plan(Given.Spec, observation with { Iteration = 2 }, 10)).ShouldNotBe(plan);
    }

    [Fact]
    public void Plan_SkillWithoutShare_GetsNoOrder()
    {
        var spec = Given.Spec with { Agent = new() { Policy = new() { Floor = 0 } } };

        var plan = Planner.Plan(spec, Observed(("perfect", 0), ("weak", 5)), 7);

        plan.Orders.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            order => order.Skill.ShouldBe("weak"), order => order.Count.ShouldBe(7), order => order.Id.ShouldBe("order-001"));
        plan.Weights.ShouldBe(new Dictionary<string, double> { ["perfect"] = 0, ["weak"] = 1 });
        plan.Propensities.ShouldBe(plan.Weights);
        plan.Policy.ShouldBe("error-proportional");
    }

    [Fact]
    public void Plan_RandomPolicy_HasEqualPropensitiesAndUnequalShares()
    {
        var spec = Given.Spec with { Agent = new() { Policy = new() { Name = PolicyKind.Random } } };

        var plan = Planner.Plan(spec, Observed(("a", 5), ("b", 5)), 100);

        plan.Propensities!.Values.ShouldBe([0.5, 0.5]);
        plan.Weights.Values.ShouldNotBe([0.5, 0.5]);
        Planner.Plan(spec with { Seed = 2 }, Observed(("a", 5), ("b", 5)), 100).Weights.ShouldNotBe(plan.Weights);
    }

    [Fact]
    public void Plan_LooksBack_SeesThePast()
    {
        var spec = Given.Spec with { Agent = new() { Policy = new() { Name = PolicyKind.FillBalanced, Target = 100 } } };
        var observation = Observed(("a", 5), ("b", 5));

        var plan = Planner.Plan(spec, observation with { Past = [new(1, observation.Skills, new Dictionary<string, int> { ["a"] = 75 })] }, 50);

        plan.Orders.Select(order => (order.Skill, order.Count)).ShouldBe([("a", 10), ("b", 40)]);
    }

    [Fact]
    public void Plan_OfAnOlderProgram_IsRead()
    {
        var plan = JsonSerializer.Deserialize(
            """{ "iteration": 1, "policy": "uniform", "orders": [{ "id": "order-001", "skill": "a", "count": 2, "sourceErrors": [] }], "weights": { "a": 1 } }""", CoreJson.Default.Plan)!;

        (plan.Total, plan.Propensities).ShouldBe((2, null));
    }

    [Fact]
    public void Plan_EverySkillPerfect_SharesEqually()
    {
        var spec = Given.Spec with { Agent = new() { Policy = new() { Floor = 0 } } };

        var plan = Planner.Plan(spec, Observed(("a", 0), ("b", 0)), 6);

        plan.Orders.Select(order => order.Count).ShouldBe([3, 3]);
        plan.Weights.Values.ShouldBe([0.5, 0.5]);
    }

    [Fact]
    public void Plan_OpenEnded_OrdersOneCallEachAndTheRestLast()
    {
        var spec = Given.Spec with { Environment = EnvironmentKind.OpenEnded, Teacher = new() { ExamplesPerCall = 20 } };

        var plan = Planner.Plan(spec, Observed(("", 60)) with { Skills = [] }, 50);

        plan.Orders.Select(order => order.Count).ShouldBe([20, 20, 10]);
        plan.Orders.ShouldAllBe(order => order.Skill == null && order.SourceErrors.Count == 12);
        plan.Orders[0].SourceErrors.ShouldNotBe(plan.Orders[1].SourceErrors);
        plan.Policy.ShouldBe("sampled-errors");
    }

    [Fact]
    public void Plan_Selection_IsOneOrder()
    {
        var spec = Given.Spec with { Environment = EnvironmentKind.OpenEnded, Agent = new() { Kind = AgentKind.Selection } };

        var plan = Planner.Plan(spec, new(1, 0, 0, [], []), 50);

        plan.Orders.ShouldHaveSingleItem().Count.ShouldBe(50);
        plan.Policy.ShouldBe("none");
    }

    [Fact]
    public void Plan_NoBudget_Throws() => Should.Throw<ArgumentOutOfRangeException>(() => Planner.Plan(Given.Spec, Observed(("a", 1)), 0));

    private static List<string> Errors(Plan plan) => [.. plan.Orders.SelectMany(order => order.SourceErrors)];

    private static Observation Observed(params (string Skill, int Errors)[] skills) => new(
        1, 0.5, 100,
        [.. skills.Select(skill => new SkillStanding(skill.Skill, 60, 60 - skill.Errors))],
        [.. skills.SelectMany(skill => Enumerable.Range(0, skill.Errors).Select(i => new StudentError($"{skill.Skill}-{i}", skill.Skill, "", "", "")))]);

    private static Arbitrary<(EpisodeSpec Spec, Observation Observation, int Budget)> Situations() => Arb.From(
        from environment in Gen.Elements(Enum.GetValues<EnvironmentKind>())
        from kind in Gen.Elements(Enum.GetValues<AgentKind>())
        from policy in Gen.Elements(Enum.GetValues<PolicyKind>())
        from seed in Gen.Choose(0, 1000)
        from perCall in Gen.Choose(1, 30)
        from shown in Gen.Choose(0, 20)
        from errors in Gen.Choose(0, 60).NonEmptyListOf()
        from budget in Gen.Choose(1, 3000)
        from unknown in Gen.Choose(0, 2)
        from taught in Gen.Choose(0, 500).ListOf()
        let known = Observed([.. errors.Select((count, i) => ($"skill-{i}", count))])
        let observation = known with
        {
            Skills = [.. known.Skills, .. Enumerable.Range(0, unknown).Select(i => new SkillStanding($"unknown-{i}", 0, 0))],
            Past = [new(1, [.. known.Skills.Select(skill => skill with { Correct = 0 })], taught.Index().ToDictionary(pair => $"skill-{pair.Index}", pair => pair.Item))],
        }
        select (
            new EpisodeSpec
            {
                Seed = (uint)seed, Environment = environment, Teacher = new() { ExamplesPerCall = perCall },
                Agent = new() { Kind = kind, Policy = new() { Name = policy, Skills = policy == PolicyKind.Oracle ? ["skill-0"] : null }, ErrorsPerOrder = shown },
            },
            environment == EnvironmentKind.SkillList ? observation : observation with { Skills = [] },
            budget));
}
