using System.Collections.Concurrent;
using System.Text.Json;
using DataEnvGym.Core.Workflows;
using DataEnvGym.Functions.Engine;
using DataEnvGym.Scenarios;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace DataEnvGym.Functions.Tests;

/// <summary>Durable Task with its state in memory: workflows and activities run through the same adapter as in the app.</summary>
internal sealed class DurableScenarioHost : IScenarioHost, IWorkflowRegistry
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly FastClock clock = new();
    private readonly List<Action<DurableTaskRegistry>> tasks = [];
    private readonly List<Action<IWorkflowRegistry>> activities = [];
    private readonly ActivityRunner runner;
    private readonly Lazy<Task<DurableTaskTestHost>> started;
    private readonly ConcurrentDictionary<string, List<Func<DurableTaskClient, Task>>> early = [];
    private readonly ConcurrentDictionary<string, bool> running = [];

    /// <param name="own">Who runs activities; without it, what the scenarios add.</param>
    public DurableScenarioHost(ActivityRunner? own = null)
    {
        runner = own ?? new((_, registry) => activities.ForEach(add => add(registry)), NullLogger<ActivityRunner>.Instance);
        started = new(() => DurableTaskTestHost.StartAsync(registry => tasks.ForEach(add => add(registry)), Options));
    }

    public DateTimeOffset Now => clock.Now;

    public TimeSpan Lateness => TimeSpan.FromHours(5);

    private static DurableTaskTestHostOptions Options => new() { Port = FreePort.Find(), LoggerFactory = NullLoggerFactory.Instance };

    public string ChildOf(string parent, string child) => InstanceIds.ChildOf(parent, child);

    public void Add<TIn, TOut>(WorkflowName<TIn, TOut> name, Func<IWorkflowContext, TIn, Task<TOut>> code) =>
        AddWorkflow(name, () => new DelegateWorkflow<TIn, TOut>(code));

    public void Add<TIn, TOut>(ActivityName<TIn, TOut> name, Func<TIn, CancellationToken, Task<TOut>> code) =>
        AddActivity(name, () => new DelegateActivity<TIn, TOut>(code));

    public void AddWorkflow<TIn, TOut>(WorkflowName<TIn, TOut> name, Func<IWorkflow<TIn, TOut>> create) =>
        tasks.Add(registry => registry.AddOrchestratorFunc<string, string>(
            name.Name, (context, _) => DurableWorkflow.RunAsync(new FastContext(context, clock), name, create())));

    public void AddActivity<TIn, TOut>(ActivityName<TIn, TOut> name, Func<IActivity<TIn, TOut>> create)
    {
        activities.Add(registry => registry.AddActivity(name, create));
        tasks.Add(registry => registry.AddActivityFunc<string, string>(name.Name, (_, call) => runner.RunAsync(name.Name, call, CancellationToken.None)));
    }

    /// <summary>The client of the running host.</summary>
    public async Task<DurableTaskClient> ClientAsync() => (await started.Value).Client;

    public async Task<TOut> RunAsync<TIn, TOut>(WorkflowName<TIn, TOut> name, TIn input, string id)
    {
        var client = (await started.Value).Client;
        if (running.TryAdd(id, true))
        {
            await client.ScheduleNewOrchestrationInstanceAsync(name.Name, WorkflowCall.Start(name, input), new StartOrchestrationOptions(id));
            _ = Task.WhenAll(early.Keys.Select(instance => DeliverAsync(client, instance)));
        }

        using var late = new CancellationTokenSource(Patience);
        var end = await client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true, late.Token);
        return end.RuntimeStatus == OrchestrationRuntimeStatus.Completed
            ? JsonSerializer.Deserialize(end.ReadOutputAs<string>()!, name.Output)!
            : throw WorkflowFailedException.Read(name.Name, end.FailureDetails!);
    }

    public async Task RaiseAsync<T>(EventName<T> name, T payload, string id)
    {
        var text = JsonSerializer.Serialize(payload, name.Payload);
        Task SendAsync(DurableTaskClient client) => client.RaiseEventAsync(id, name.Name, text);
        if (running.IsEmpty)
        {
            early.GetOrAdd(id, []).Add(SendAsync);
            return;
        }

        await SendAsync((await started.Value).Client);
    }

    public void SkipTimers()
    {
    }

    public Task PassAsync(TimeSpan span) => Task.CompletedTask;

    public string? Status(string id) => started.Value.Result.Client.GetInstanceAsync(id, getInputsAndOutputs: true).Result!.ReadCustomStatusAs<string>();

    public void Dispose()
    {
        if (started.IsValueCreated)
        {
            started.Value.Result.DisposeAsync().AsTask().Wait();
        }
    }

    // An event for an instance that is not there is lost, so what was raised early waits for its instance.
    private async Task DeliverAsync(DurableTaskClient client, string instance)
    {
        await client.WaitForInstanceStartAsync(instance);
        foreach (var send in early[instance])
        {
            await send(client);
        }
    }
}
