using DataEnvGym.Core.Jobs;

namespace DataEnvGym.Jobs.Platforms;

/// <summary>How worker processes are started on this machine.</summary>
public sealed record ProcessPlatformOptions
{
    /// <summary>The worker's program.</summary>
    public required string FileName { get; init; }

    /// <summary>Its arguments.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>Variables for its environment, beside <c>JOB_URI</c>.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>The URI of a ticket from its document name.</summary>
    public required Func<string, Uri> TicketUri { get; init; }

    /// <summary>Gets each line that a worker writes, from any thread; without it, workers write where this process does.</summary>
    public Action<string>? Output { get; init; }

    /// <summary>Most workers at once; at least 1.</summary>
    public int MaxProcesses { get; init; } = 1;

    /// <summary>How long a worker may take to save and end when it is stopped.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How patient to be.</summary>
    public JobPatience Patience { get; init; } = new(
        CheckEvery: TimeSpan.FromSeconds(10), StartWithin: TimeSpan.FromMinutes(2), StaleAfter: TimeSpan.FromMinutes(2), Deadline: TimeSpan.FromHours(24),
        MaxAttempts: 3, RetryDelay: TimeSpan.FromSeconds(2));
}
