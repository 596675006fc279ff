using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Artifacts;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Core.Episodes.Activities;
using DataEnvGym.Core.Json;
using DataEnvGym.Core.Students;
using DataEnvGym.Core.Workflows;

namespace DataEnvGym.Core.Tests.Agents;

public sealed class SeededTests
{
    [Fact]
    public async Task Generate_TaskWithoutTrainingItems_IsRefusedWithTheRemedy()
    {
        var store = new MemoryStore();
        var services = new EpisodeServices(store, null!, null!, null!, _ => new TextTask([]), null!, null!, null!, null!);
        var spec = Given.Spec with { Environment = EnvironmentKind.OpenEnded, Agent = new() { Kind = AgentKind.Seeded } };
        var plan = await store.WriteJsonAsync("plan", Planner.Plan(spec, new(1, 0, 0, [], []), 4), CoreJson.Default.Plan, default);
        var observation = await store.WriteJsonAsync("observation", new Observation(1, 0, 0, [], []), CoreJson.Default.Observation, default);
        var input = new GenerateInput(spec, 1, 0, 0, plan, observation, [], new(1000, null));

        var refusal = await Should.ThrowAsync<PermanentException>(() => new GenerateActivity(services).RunAsync(input, new Progress<WorkProgress>(), default));

        refusal.Message.ShouldBe("agent.kind: \"seeded\" shows the teacher training items, and text has none; set it to \"no-state\".");
    }
}
