namespace DataEnvGym.Jobs.Running;

/// <summary>How a worker takes tickets from a queue.</summary>
public sealed record JobWorkerOptions
{
    /// <summary>How long a ticket stays hidden from others after each sign of life; renewed at a third of it.</summary>
    public TimeSpan Visibility { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Deliveries of a ticket before it is given up as poison.</summary>
    public int MaxDeliveries { get; init; } = 5;

    /// <summary>First wait when the queue is empty; doubled up to <see cref="LongestWait"/>.</summary>
    public TimeSpan FirstWait { get; init; } = TimeSpan.FromSeconds(0.2);

    /// <summary>Stops the worker when there was nothing to do for so long; none to wait for as long as it takes. For platforms that start workers as they are needed.</summary>
    public TimeSpan? StopWhenIdleFor { get; init; }

    /// <summary>Longest wait between two looks into an empty queue.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromSeconds(5);
}
