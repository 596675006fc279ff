namespace DataEnvGym.Core.Jobs;

/// <summary>Where workers run: a process on this machine, a pool that reads a queue, a job of a cloud platform.</summary>
public interface IJobPlatform
{
    /// <summary>How patient to be with it.</summary>
    JobPatience Patience { get; }

    /// <summary>Lets a worker have an attempt. Called again for the same attempt after a crash.</summary>
    /// <param name="launch">The attempt.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>What the platform calls it; nothing if it has no name for it.</returns>
    /// <exception cref="JobCapacityException">There is no room now; another try may find some.</exception>
    Task<string?> StartAsync(JobLaunch launch, CancellationToken cancellationToken);

    /// <summary>What the platform knows of an attempt. Never trusted alone: a result that is there counts whatever the platform says.</summary>
    Task<PlatformStatus> GetStatusAsync(string? handle, CancellationToken cancellationToken);

    /// <summary>Ends an attempt's worker, if the platform can.</summary>
    Task StopAsync(string? handle, CancellationToken cancellationToken);
}

/// <summary>An attempt to be given to a worker.</summary>
/// <param name="Run">The run.</param>
/// <param name="Job">The job.</param>
/// <param name="Attempt">1-based.</param>
/// <param name="TicketName">Document name of the ticket, in the store of jobs.</param>
/// <param name="Ticket">The ticket itself. It holds the attempt's secret: it goes to the worker and nowhere else.</param>
public sealed record JobLaunch(string Run, string Job, int Attempt, string TicketName, ReadOnlyMemory<byte> Ticket);

/// <summary>What a platform says of an attempt.</summary>
/// <param name="State">Its state.</param>
/// <param name="Reason">Why it failed, for people.</param>
public readonly record struct PlatformStatus(PlatformState State, string? Reason = null);

/// <summary>State of a worker as its platform sees it.</summary>
public enum PlatformState
{
    /// <summary>The platform cannot tell.</summary>
    Unknown,

    /// <summary>Not started yet.</summary>
    Pending,

    /// <summary>Running.</summary>
    Running,

    /// <summary>Ended well, by its own account.</summary>
    Succeeded,

    /// <summary>Ended badly, or never began.</summary>
    Failed,
}

/// <summary>How long to wait for what.</summary>
/// <param name="CheckEvery">Between two looks at an attempt that says nothing; at least 1 s.</param>
/// <param name="StartWithin">For the first sign of life; none where attempts wait in a queue for as long as it takes.</param>
/// <param name="StaleAfter">For the next sign of life, from an attempt that has begun.</param>
/// <param name="Deadline">For the whole attempt.</param>
/// <param name="MaxAttempts">Attempts at a job.</param>
/// <param name="RetryDelay">Before the second attempt; doubled for each further one.</param>
public sealed record JobPatience(
    TimeSpan CheckEvery, TimeSpan? StartWithin, TimeSpan StaleAfter, TimeSpan Deadline, int MaxAttempts, TimeSpan RetryDelay);

/// <summary>A platform has no room for another worker now.</summary>
public sealed class JobCapacityException(string message, Exception? inner = null) : Exception(message, inner);
