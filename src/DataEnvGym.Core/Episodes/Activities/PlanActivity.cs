using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Artifacts;
using DataEnvGym.Core.Json;
using DataEnvGym.Core.Skills.Trees;
using DataEnvGym.Core.Students;
using DataEnvGym.Core.Workflows;

namespace DataEnvGym.Core.Episodes.Activities;

/// <summary>Lets the agent plan. In the skill-tree environment the tree is changed first.</summary>
public sealed class PlanActivity(EpisodeServices services) : IActivity<PlanInput, PlanOutput>
{
    /// <inheritdoc/>
    public async Task<PlanOutput> RunAsync(PlanInput input, IProgress<WorkProgress> progress, CancellationToken cancellationToken)
    {
        var observation = await services.Artifacts.ReadJsonAsync(input.Observation, CoreJson.Default.Observation, cancellationToken);
        return observation.Tree is { Nodes.Count: > 0 } tree
            ? await PlanTreeAsync(input, observation, tree, cancellationToken)
            : await StoreAsync(input, Planner.Plan(input.Spec, observation, input.Budget), cancellationToken);
    }

    private async Task<PlanOutput> PlanTreeAsync(PlanInput input, Observation observation, SkillTree tree, CancellationToken cancellationToken)
    {
        var decisions = TreePlanner.Decide(input.Spec, tree);

        // Half of what is left may grow the tree: there must be something to teach its parts with.
        var grown = await new TreeGrower(services, input.Spec).GrowAsync(tree, decisions, input.Allowance.Split([1, 1])[0], cancellationToken);
        var plan = TreePlanner.Plan(input.Spec, observation, grown.Tree, input.Budget);
        var stored = await services.Artifacts.WriteJsonAsync(
            $"iteration-{input.Iteration:00}/tree.json", grown.Tree, CoreJson.Default.SkillTree, cancellationToken);
        return await StoreAsync(input, plan, cancellationToken) with
        {
            Spend = grown.Spend,
            Malformed = grown.Malformed,
            Tree = stored,
            Actions = TreeWords.Of(grown.Tree.History.Where(turn => turn.Iteration == input.Iteration)),
        };
    }

    private async Task<PlanOutput> StoreAsync(PlanInput input, Plan plan, CancellationToken cancellationToken)
    {
        var stored = await services.Artifacts.WriteJsonAsync($"iteration-{input.Iteration:00}/plan.json", plan, CoreJson.Default.Plan, cancellationToken);
        return new(stored, [.. plan.Orders.Select(order => new OrderCount(order.Id, order.Count))]);
    }
}
