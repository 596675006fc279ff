namespace DataEnvGym.Local.Engine;

/// <summary>How a <see cref="LocalEngine"/> works.</summary>
public sealed record EngineOptions
{
    /// <summary>How many activities run at the same time, over all instances; at least 1. Default: the processor count, at least 2.</summary>
    public int MaxParallelActivities { get; init; } = Math.Max(2, Environment.ProcessorCount);

    /// <summary>How often the engine looks for events that another process posted. Default: half a second.</summary>
    public TimeSpan InboxPollInterval { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>
    /// Whether each new event re-executes the workflow from its start, as Durable Functions does. Costs time that grows with the square of the
    /// history; for tests that show a workflow to be deterministic.
    /// </summary>
    public bool ReplayAfterEveryEvent { get; init; }
}
