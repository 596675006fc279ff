using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Artifacts;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Episodes.Activities;
using DataEnvGym.Core.Json;
using DataEnvGym.Core.Students;
using DataEnvGym.Core.Tasks;

namespace DataEnvGym.Core.Tests.Agents;

public sealed class NoStateTests
{
    // From the student's wrong answers to the plan: nothing of them may arrive at an agent that works without them.
    [Theory]
    [InlineData(AgentKind.NoState)]
    [InlineData(AgentKind.Seeded)]
    [InlineData(AgentKind.Selection)]
    public async Task Plan_AgentWithoutState_CarriesNoErrors(AgentKind kind)
    {
        var store = new MemoryStore();
        var services = new EpisodeServices(store, null!, null!, null!, _ => throw new InvalidOperationException("The task must not be opened."), null!, null!, null!, null!);
        var spec = Given.Spec with { Environment = EnvironmentKind.OpenEnded, Agent = new() { Kind = kind } };

        var stored = await new ObserveActivity(services).RunAsync(new(spec, 2, Given.Exam(Split.Probe, 3), null), new Progress<WorkProgress>(), default);
        var observation = await store.ReadJsonAsync(stored, CoreJson.Default.Observation, default);
        var plan = Planner.Plan(spec, observation, 50);

        (observation.Iteration, observation.Accuracy, observation.Items, observation.Errors.Count, observation.Skills.Count).ShouldBe((2, 0, 0, 0, 0));
        plan.Total.ShouldBe(50);
        plan.Orders.ShouldAllBe(order => order.SourceErrors.Count == 0);
    }
}
