using System.Text.Json;
using DataEnvGym.Core.Students;
using DataEnvGym.Core.Workflows;

namespace DataEnvGym.Functions.Engine;

/// <summary>The activities of one run, found by name.</summary>
internal sealed class ActivityCatalogue : IWorkflowRegistry
{
    private delegate Task<JsonElement> Work(JsonElement input, IProgress<WorkProgress> progress, CancellationToken cancellationToken);

    private readonly Dictionary<string, Work> activities = [];
    private readonly List<string> workflows = [];

    /// <summary>Names of the activities.</summary>
    public IReadOnlyCollection<string> Activities => activities.Keys;

    /// <summary>Names of the workflows. They are not run from here: each is an orchestration function of its own.</summary>
    public IReadOnlyCollection<string> Workflows => workflows;

    public void AddWorkflow<TIn, TOut>(WorkflowName<TIn, TOut> name, Func<IWorkflow<TIn, TOut>> create) => workflows.Add(name.Name);

    public void AddActivity<TIn, TOut>(ActivityName<TIn, TOut> name, Func<IActivity<TIn, TOut>> create) =>
        activities.Add(name.Name, async (input, progress, cancellationToken) =>
        {
            var typed = Payload.Read(input, name.Input, $"input of activity '{name.Name}'");
            return JsonSerializer.SerializeToElement(await create().RunAsync(typed, progress, cancellationToken), name.Output);
        });

    /// <summary>Does the work of an activity.</summary>
    public Task<JsonElement> RunAsync(string name, JsonElement input, IProgress<WorkProgress> progress, CancellationToken cancellationToken) =>
        activities.TryGetValue(name, out var work)
            ? work(input, progress, cancellationToken)
            : throw new PermanentException($"There is no activity '{name}'; there are {string.Join(", ", activities.Keys.Order(StringComparer.Ordinal))}.");
}
