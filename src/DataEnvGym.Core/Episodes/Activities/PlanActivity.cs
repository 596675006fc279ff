using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Artifacts;
using DataEnvGym.Core.Json;
using DataEnvGym.Core.Students;
using DataEnvGym.Core.Workflows;

namespace DataEnvGym.Core.Episodes.Activities;

/// <summary>Lets the agent plan.</summary>
public sealed class PlanActivity(EpisodeServices services) : IActivity<PlanInput, PlanOutput>
{
    /// <inheritdoc/>
    public async Task<PlanOutput> RunAsync(PlanInput input, IProgress<WorkProgress> progress, CancellationToken cancellationToken)
    {
        var observation = await services.Artifacts.ReadJsonAsync(input.Observation, CoreJson.Default.Observation, cancellationToken);
        var plan = Planner.Plan(input.Spec, observation, input.Budget);
        var stored = await services.Artifacts.WriteJsonAsync(
            $"iteration-{input.Iteration:00}/plan.json", plan, CoreJson.Default.Plan, cancellationToken);
        return new(stored, [.. plan.Orders.Select(order => new OrderCount(order.Id, order.Count))]);
    }
}
