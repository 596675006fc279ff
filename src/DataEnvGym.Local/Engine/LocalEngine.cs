using System.Collections.Concurrent;
using DataEnvGym.Core.Workflows;
using DataEnvGym.Local.Journal;

namespace DataEnvGym.Local.Engine;

/// <summary>
/// Runs workflows in this process and survives its death: every result is journaled before the workflow goes on, and a resumed workflow is
/// re-executed from its start against the journal. At most the activities in flight are run again.
/// </summary>
public sealed class LocalEngine : IDisposable
{
    private const int LongestId = 200;

    private readonly EngineParts parts;
    private readonly ConcurrentDictionary<string, InstanceRunner> active = [];

    /// <summary>An engine over a journal that nobody else writes.</summary>
    /// <param name="registry">What it can run.</param>
    /// <param name="journal">The memory of the run; stays open when the engine is disposed.</param>
    /// <param name="time">Clock and timers.</param>
    /// <param name="options">How it works; the defaults when left out.</param>
    /// <param name="observer">Who watches; nobody when left out.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public LocalEngine(
        EngineRegistry registry, SqliteJournal journal, TimeProvider time, EngineOptions? options = null, IEngineObserver? observer = null)
    {
        options ??= new EngineOptions();
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxParallelActivities, 1);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(options.InboxPollInterval, TimeSpan.Zero);
        var slots = new SemaphoreSlim(options.MaxParallelActivities);
        parts = new EngineParts(registry, journal, time, options, observer ?? new SilentObserver(), slots, RunInstanceAsync);
    }

    /// <summary>Starts an instance, or resumes it with the input that it was started with, and runs it to its end.</summary>
    /// <param name="workflow">The workflow.</param>
    /// <param name="instanceId">Name of the instance in the journal: 1 to 200 characters, no slash.</param>
    /// <param name="input">Its input; ignored when the instance is in the journal already.</param>
    /// <param name="cancellationToken">Stops the work and leaves the instance to be resumed.</param>
    /// <returns>Its result, which is the recorded one if it has ended before.</returns>
    /// <exception cref="ActivityFailedException">The workflow failed, now or before.</exception>
    /// <exception cref="WorkflowDivergedException">The code does not fit the journal.</exception>
    /// <exception cref="WorkflowStuckException">The workflow awaits something foreign.</exception>
    /// <exception cref="InvalidOperationException">The instance runs already, is of another workflow, or needs what is not registered.</exception>
    public async Task<TOut> RunAsync<TIn, TOut>(WorkflowName<TIn, TOut> workflow, string instanceId, TIn input, CancellationToken cancellationToken)
    {
        if (instanceId.Length is 0 or > LongestId || instanceId.Contains('/', StringComparison.Ordinal))
        {
            throw new ArgumentException($"Instance id '{instanceId}' must have 1 to {LongestId} characters and no slash.", nameof(instanceId));
        }

        var payload = Json.Write(input, workflow.Input, $"input of workflow '{workflow.Name}'");
        var interval = parts.Options.InboxPollInterval;
        await using var poll = parts.Time.CreateTimer(_ => LookIntoInboxes(), null, interval, interval);
        var end = await Task.Run(
            () => RunInstanceAsync(new InstanceRecord(instanceId, workflow.Name, "", 1, payload), cancellationToken), cancellationToken);
        return end.State == InstanceState.Completed
            ? Json.Read(end.Result!, workflow.Output, $"result of workflow '{workflow.Name}'")
            : throw InstanceRunner.Failure(end);
    }

    /// <summary>Raises an event for an instance, started or not. Once this has returned, the event is durable.</summary>
    /// <param name="instanceId">The instance, a child's full id included.</param>
    /// <param name="name">The event.</param>
    /// <param name="payload">What it carries.</param>
    public Task RaiseEventAsync<T>(string instanceId, EventName<T> name, T payload)
    {
        parts.Journal.Post(instanceId, name.Name, Json.Write(payload, name.Payload, $"event '{name.Name}'"));
        if (active.TryGetValue(instanceId, out var runner))
        {
            runner.LookIntoInbox();
        }

        return Task.CompletedTask;
    }

    /// <summary>Frees the engine. Runs must have ended or been cancelled before.</summary>
    public void Dispose() => parts.Slots.Dispose();

    private async Task<InstanceRecord> RunInstanceAsync(InstanceRecord asked, CancellationToken cancellationToken)
    {
        var runner = new InstanceRunner(parts);
        if (!active.TryAdd(asked.Id, runner))
        {
            throw new InvalidOperationException($"Instance '{asked.Id}' is running already in this engine; wait for it.");
        }

        try
        {
            return await runner.RunAsync(asked, cancellationToken);
        }
        finally
        {
            active.TryRemove(asked.Id, out _);
        }
    }

    private void LookIntoInboxes()
    {
        foreach (var runner in active.Values)
        {
            runner.LookIntoInbox();
        }
    }
}
