using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Artifacts;
using DataEnvGym.Core.Json;
using DataEnvGym.Core.Students;
using DataEnvGym.Core.Tasks;
using DataEnvGym.Core.Teachers;
using DataEnvGym.Core.Workflows;

namespace DataEnvGym.Core.Episodes.Activities;

/// <summary>Lets a data engine fill one shard of a plan within its share of the budget.</summary>
public sealed class GenerateActivity(EpisodeServices services) : IActivity<GenerateInput, GenerateOutput>
{
    /// <summary>Under which seed a run's examples are written; iterations, rounds and orders each derive their own from it.</summary>
    public static ulong SeedOf(EpisodeSpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        return Rng.Derive(spec.Seed, "generate");
    }

    /// <inheritdoc/>
    public async Task<GenerateOutput> RunAsync(GenerateInput input, IProgress<WorkProgress> progress, CancellationToken cancellationToken)
    {
        var plan = await services.Artifacts.ReadJsonAsync(input.Plan, CoreJson.Default.Plan, cancellationToken);
        var observation = await services.Artifacts.ReadJsonAsync(input.Observation, CoreJson.Default.Observation, cancellationToken);
        var errors = observation.Errors.ToDictionary(error => error.ItemId);
        var orders = plan.Orders.ToDictionary(order => order.Id);
        var task = services.OpenTask(input.Spec.Task);
        var seeds = input.Spec.Agent.Kind == AgentKind.Seeded ? await TrainingItemsAsync(task, cancellationToken) : [];
        var request = new DataRequest(
            input.Iteration,
            input.Round,
            [.. input.Orders.Select(wanted => orders[wanted.OrderId] with { Count = wanted.Count })
                .Select(order => new OrderContext(order, [.. order.SourceErrors.Select(id => errors[id])]) { Seeds = SeedsOf(order, input, seeds) })],
            task.Domain.Prompts,
            input.Allowance,
            SeedOf(input.Spec));
        var engine = input.Spec.Agent.Kind == AgentKind.Selection
            ? new SelectionDataEngine(task, input.Spec.ExamplesPerIteration)
            : services.TeacherEngine(input.Spec.TeacherFor(TeacherRole.Writer), Rng.Derive(input.Spec.Seed, "teacher"));
        var result = await engine.WriteAsync(request, progress, cancellationToken);
        var stored = await services.Artifacts.WriteLinesAsync(
            $"iteration-{input.Iteration:00}/drafts-{input.Round}-{input.Shard}.jsonl", result.Drafts, CoreJson.Default.Draft, cancellationToken);
        var calls = await CallLog.WriteAsync(
            services.Artifacts, $"iteration-{input.Iteration:00}/calls-{input.Round}-{input.Shard}.jsonl", result.Calls, input.Spec, input.Iteration, cancellationToken);
        return new(stored, result.Spend, result.Malformed, result.AllowanceReached, result.Exhausted) { Calls = calls };
    }

    private static async Task<IReadOnlyList<Item>> TrainingItemsAsync(ITask task, CancellationToken cancellationToken) =>
        await task.LoadAsync(Split.Train, cancellationToken) is { Count: > 0 } items
            ? items
            : throw new PermanentException($"agent.kind: \"seeded\" shows the teacher training items, and {task.Name} has none; set it to \"no-state\".");

    // Drawn anew for every order, the same in all of its rounds.
    private static IReadOnlyList<Item> SeedsOf(Order order, GenerateInput input, IReadOnlyList<Item> items) =>
        items.Count == 0 ? [] : Planner.SampleOf(input.Spec).Draw(items, Rng.For(input.Spec.Seed, "seeds", $"iteration-{input.Iteration}", order.Id));
}
