namespace DataEnvGym.Core.Workflows;

/// <summary>
/// All that a workflow may touch. An engine records each answer and replays it, so workflow code must be deterministic: no clock, no
/// randomness, no I/O, no threads; it awaits only tasks that come from here (and <c>Task.WhenAll</c>/<c>WhenAny</c> over them).
/// </summary>
public interface IWorkflowContext
{
    /// <summary>The id of this workflow instance.</summary>
    string InstanceId { get; }

    /// <summary>The engine's time as recorded; it moves only between awaits.</summary>
    DateTimeOffset Now { get; }

    /// <summary>A new id that is the same in every replay.</summary>
    string NewId();

    /// <summary>Runs an activity and returns its recorded result.</summary>
    /// <exception cref="ActivityFailedException">It failed for good: its error is not retryable, or the retries are used up.</exception>
    Task<TOut> CallAsync<TIn, TOut>(ActivityName<TIn, TOut> activity, TIn input, RetryPolicy? retry = null);

    /// <summary>Runs a child workflow to its end and returns its result.</summary>
    /// <param name="workflow">Which workflow.</param>
    /// <param name="input">Its input.</param>
    /// <param name="instanceId">The child's id, unique in this instance; the engine makes one when it is left out.</param>
    /// <exception cref="ActivityFailedException">The child failed.</exception>
    Task<TOut> CallChildAsync<TIn, TOut>(WorkflowName<TIn, TOut> workflow, TIn input, string? instanceId = null);

    /// <summary>Waits for an event that is raised from outside. Events that arrive earlier are kept for the first waiter of that name.</summary>
    Task<T> WaitForEventAsync<T>(EventName<T> name);

    /// <summary>Waits for an event until a deadline.</summary>
    /// <returns>The event, or nothing when the deadline passed first.</returns>
    Task<EventOutcome<T>> WaitForEventAsync<T>(EventName<T> name, TimeSpan timeout);

    /// <summary>Waits for a span of time; the timer survives a crash.</summary>
    Task DelayAsync(TimeSpan delay);

    /// <summary>Publishes where the workflow stands. Shown to people; never read back.</summary>
    void ReportStatus(string status);

    /// <summary>
    /// Ends this execution and starts the same workflow again under the same id with a new input and an empty history. Events that no one
    /// took are kept. Return right after calling it; the returned value is ignored.
    /// </summary>
    void ContinueAsNew<TIn>(TIn input);
}
