using DataEnvGym.Core.Workflows;

namespace DataEnvGym.Local.Engine;

/// <summary>The workflows and activities that an engine can run, by name. Fill it before the engine starts.</summary>
public sealed class EngineRegistry : IWorkflowRegistry
{
    private readonly Dictionary<string, WorkflowRegistration> workflows = [];
    private readonly Dictionary<string, ActivityRegistration> activities = [];

    /// <summary>Adds a workflow; a new object is made for every execution, replays included.</summary>
    /// <exception cref="ArgumentException">There is a workflow of that name already.</exception>
    public void AddWorkflow<TIn, TOut>(WorkflowName<TIn, TOut> name, Func<IWorkflow<TIn, TOut>> create) =>
        workflows.Add(name.Name, new WorkflowRegistration<TIn, TOut>(name, create));

    /// <summary>Adds an activity; a new object is made for every try.</summary>
    /// <exception cref="ArgumentException">There is an activity of that name already.</exception>
    public void AddActivity<TIn, TOut>(ActivityName<TIn, TOut> name, Func<IActivity<TIn, TOut>> create) =>
        activities.Add(name.Name, new ActivityRegistration<TIn, TOut>(name, create));

    internal WorkflowRegistration Workflow(string name) => workflows.TryGetValue(name, out var found)
        ? found
        : throw new InvalidOperationException($"No workflow '{name}' is registered; add it with AddWorkflow.");

    internal ActivityRegistration Activity(string name) => activities.TryGetValue(name, out var found)
        ? found
        : throw new InvalidOperationException($"No activity '{name}' is registered; add it with AddActivity.");
}
