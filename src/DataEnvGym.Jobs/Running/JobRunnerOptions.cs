namespace DataEnvGym.Jobs.Running;

/// <summary>How a worker does attempts.</summary>
public sealed record JobRunnerOptions
{
    /// <summary>What the worker calls itself in heartbeats and results, for people.</summary>
    public required string Worker { get; init; }

    /// <summary>Time between two heartbeats; cancellation is noticed as often.</summary>
    public TimeSpan HeartbeatEvery { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Time between two saves of a training.</summary>
    public TimeSpan SaveEvery { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Whether a job may name a file of the worker's machine as a student's checkpoint. Only for workers whose jobs come from their own user.</summary>
    public bool AllowFiles { get; init; }
}
