using DataEnvGym.Core.Workflows;

namespace DataEnvGym.Scenarios;

/// <summary>An engine under test. What any durable engine can do, so that the same scenarios hold for all of them.</summary>
public interface IScenarioHost : IDisposable
{
    /// <summary>The engine's clock.</summary>
    DateTimeOffset Now { get; }

    /// <summary>How late the engine may be, on its own clock; none where the clock stands still while the engine works.</summary>
    TimeSpan Lateness { get; }

    /// <summary>The id of a child workflow.</summary>
    string ChildOf(string parent, string child);

    /// <summary>Adds a workflow before the first run.</summary>
    void Add<TIn, TOut>(WorkflowName<TIn, TOut> name, Func<IWorkflowContext, TIn, Task<TOut>> code);

    /// <summary>Adds an activity before the first run.</summary>
    void Add<TIn, TOut>(ActivityName<TIn, TOut> name, Func<TIn, CancellationToken, Task<TOut>> code);

    /// <summary>Runs an instance to its end.</summary>
    Task<TOut> RunAsync<TIn, TOut>(WorkflowName<TIn, TOut> name, TIn input, string id = "run");

    /// <summary>Raises an event for an instance, or for one that is still to start.</summary>
    Task RaiseAsync<T>(EventName<T> name, T payload, string id = "run");

    /// <summary>From now on, timers fire as soon as they are set, at their due time.</summary>
    void SkipTimers();

    /// <summary>Waits until one more timer is set than in all earlier calls, then moves the clock on. Does nothing where the clock runs by itself.</summary>
    Task PassAsync(TimeSpan span);

    /// <summary>The last status that was reported.</summary>
    string? Status(string id = "run");
}
