using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Artifacts;
using DataEnvGym.Core.Json;
using DataEnvGym.Core.Policies;
using DataEnvGym.Core.Students;
using DataEnvGym.Core.Teachers;
using DataEnvGym.Core.Workflows;

namespace DataEnvGym.Core.Episodes.Activities;

/// <summary>Lets the agent plan.</summary>
public sealed class PlanActivity(EpisodeServices services) : IActivity<PlanInput, PlanOutput>
{
    /// <inheritdoc/>
    public async Task<PlanOutput> RunAsync(PlanInput input, IProgress<WorkProgress> progress, CancellationToken cancellationToken)
    {
        var observation = await services.Artifacts.ReadJsonAsync(input.Observation, CoreJson.Default.Observation, cancellationToken);
        var advised = await AdviseAsync(input, observation, cancellationToken);
        var plan = Planner.Plan(input.Spec, observation, input.Budget, advised?.Advice);
        var stored = await services.Artifacts.WriteJsonAsync(
            $"iteration-{input.Iteration:00}/plan.json", plan, CoreJson.Default.Plan, cancellationToken);
        var calls = await CallLog.WriteAsync(
            services.Artifacts, $"iteration-{input.Iteration:00}/calls-plan.jsonl", advised?.Calls ?? [], input.Spec, input.Iteration, cancellationToken);
        return new(stored, [.. plan.Orders.Select(order => new OrderCount(order.Id, order.Count))])
        {
            Spend = advised?.Spend ?? default,
            Malformed = advised?.Malformed ?? 0,
            Calls = calls,
        };
    }

    private async Task<AdviceOutcome?> AdviseAsync(PlanInput input, Observation observation, CancellationToken cancellationToken)
    {
        if (observation.Skills.Count == 0 || !PolicyCatalog.WantsAdvice(input.Spec.Agent.Policy, input.Iteration))
        {
            return null;
        }

        var seed = Rng.Derive(input.Spec.Seed, "advise", $"iteration-{input.Iteration}");
        var request = new AdviceRequest(
            input.Budget, observation.Skills, observation.Past ?? [], services.OpenTask(input.Spec.Task).Domain.Prompts, input.Allowance, seed);
        return await services.Advisor(input.Spec.TeacherFor(TeacherRole.Planner), seed).AdviseAsync(request, cancellationToken);
    }
}
