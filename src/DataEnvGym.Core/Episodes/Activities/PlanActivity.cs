using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Artifacts;
using DataEnvGym.Core.Json;
using DataEnvGym.Core.Policies;
using DataEnvGym.Core.Policies.Trees;
using DataEnvGym.Core.Skills.Trees;
using DataEnvGym.Core.Students;
using DataEnvGym.Core.Teachers;
using DataEnvGym.Core.Workflows;

namespace DataEnvGym.Core.Episodes.Activities;

/// <summary>Lets the agent plan, by itself or with a teacher's advice. In the skill-tree environment the tree is changed first.</summary>
public sealed class PlanActivity(EpisodeServices services) : IActivity<PlanInput, PlanOutput>
{
    /// <inheritdoc/>
    public async Task<PlanOutput> RunAsync(PlanInput input, IProgress<WorkProgress> progress, CancellationToken cancellationToken)
    {
        var observation = await services.Artifacts.ReadJsonAsync(input.Observation, CoreJson.Default.Observation, cancellationToken);
        if (observation.Tree is { Nodes.Count: > 0 } tree)
        {
            return await PlanTreeAsync(input, observation, tree, cancellationToken);
        }

        var advised = await AdviseAsync(input, observation, observation.Skills, input.Allowance, cancellationToken);
        return await StoreAsync(input, Planner.Plan(input.Spec, observation, input.Budget, advised?.Advice), advised, cancellationToken);
    }

    private async Task<PlanOutput> PlanTreeAsync(PlanInput input, Observation observation, SkillTree tree, CancellationToken cancellationToken)
    {
        // Half of what is left may be spent on the tree: there must be something to teach its parts with.
        var half = input.Allowance.Split([1, 1])[0];
        var steered = await SteerAsync(input, tree, half, cancellationToken);
        var decisions = TreePlanner.Decide(input.Spec, tree, steered?.Actions);
        var grown = await new TreeGrower(services, input.Spec).GrowAsync(tree, decisions, half.After(steered?.Spend ?? default), cancellationToken)
            .AfterSpending(steered?.Spend ?? default);
        grown = steered is null ? grown : grown with { Spend = steered.Spend + grown.Spend, Malformed = steered.Malformed + grown.Malformed, Calls = [.. steered.Calls, .. grown.Calls] };
        var advised = PolicyCatalog.Decides(input.Spec)
            ? await AdviseAsync(input, observation, [.. grown.Tree.Leaves.Select(leaf => leaf.Standing)], input.Allowance.After(grown.Spend), cancellationToken)
                .AfterSpending(grown.Spend)
            : null;
        var stored = await services.Artifacts.WriteJsonAsync(
            $"iteration-{input.Iteration:00}/tree.json", grown.Tree, CoreJson.Default.SkillTree, cancellationToken);
        var planned = await StoreAsync(
            input, TreePlanner.Plan(input.Spec, observation, grown.Tree, input.Budget, advised?.Advice), advised, cancellationToken, grown.Calls);
        return planned with
        {
            Spend = grown.Spend + planned.Spend,
            Malformed = grown.Malformed + planned.Malformed,
            Tree = stored,
            Actions = TreeWords.Of(grown.Tree.History.Where(turn => turn.Iteration == input.Iteration)),
        };
    }

    private async Task<TreeAdvice?> SteerAsync(PlanInput input, SkillTree tree, Allowance allowance, CancellationToken cancellationToken)
    {
        if (input.Spec.Agent.Tree is not { Policy: TreePolicyKind.Teacher } spec)
        {
            return null;
        }

        var seed = Rng.Derive(input.Spec.Seed, "steer", $"iteration-{input.Iteration}");
        return await services.TreeAdvisor(input.Spec.TeacherFor(TeacherRole.Planner), seed).AdviseAsync(
            new(tree, TreePolicyCatalog.MaxSubskills(spec), TreePolicyCatalog.Cap(spec), services.OpenTask(input.Spec.Task).Domain.Prompts, allowance, seed), cancellationToken);
    }

    private async Task<PlanOutput> StoreAsync(PlanInput input, Plan plan, AdviceOutcome? advised, CancellationToken cancellationToken, IReadOnlyList<CallRecord>? earlier = null)
    {
        var stored = await services.Artifacts.WriteJsonAsync($"iteration-{input.Iteration:00}/plan.json", plan, CoreJson.Default.Plan, cancellationToken);
        var calls = await CallLog.WriteAsync(
            services.Artifacts, $"iteration-{input.Iteration:00}/calls-plan.jsonl", [.. earlier ?? [], .. advised?.Calls ?? []], input.Spec, input.Iteration, cancellationToken);
        return new(stored, [.. plan.Orders.Select(order => new OrderCount(order.Id, order.Count))])
        {
            Spend = advised?.Spend ?? default,
            Malformed = advised?.Malformed ?? 0,
            Calls = calls,
        };
    }

    private async Task<AdviceOutcome?> AdviseAsync(
        PlanInput input, Observation observation, IReadOnlyList<SkillStanding> skills, Allowance allowance, CancellationToken cancellationToken)
    {
        if (skills.Count == 0 || !PolicyCatalog.WantsAdvice(input.Spec.Agent.Policy, input.Iteration))
        {
            return null;
        }

        var seed = Rng.Derive(input.Spec.Seed, "advise", $"iteration-{input.Iteration}");
        var request = new AdviceRequest(input.Budget, skills, observation.Past ?? [], services.OpenTask(input.Spec.Task).Domain.Prompts, allowance, seed);
        return await services.Advisor(input.Spec.TeacherFor(TeacherRole.Planner), seed).AdviseAsync(request, cancellationToken);
    }
}
