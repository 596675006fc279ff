using DataEnvGym.Core.Jobs;
using DataEnvGym.Core.Messaging;

namespace DataEnvGym.Jobs.Platforms;

/// <summary>Workers that take tickets from a queue, as many as there are. Attempts wait for as long as it takes.</summary>
/// <param name="tickets">The queue of tickets.</param>
/// <param name="patience">How patient to be; without it, <see cref="Usual"/>.</param>
public sealed class QueuePlatform(IMessageQueue tickets, JobPatience? patience = null) : IJobPlatform
{
    /// <summary>
    /// Looks every 30 s and gives a silent worker 5 minutes: the message of a worker that died comes back after one, and another worker has to be free to take it.
    /// </summary>
    public static JobPatience Usual { get; } = new(
        CheckEvery: TimeSpan.FromSeconds(30), StartWithin: null, StaleAfter: TimeSpan.FromMinutes(5), Deadline: TimeSpan.FromHours(24), MaxAttempts: 3,
        RetryDelay: TimeSpan.FromSeconds(10));

    /// <inheritdoc/>
    public JobPatience Patience { get; } = patience ?? Usual;

    /// <inheritdoc/>
    public async Task<string?> StartAsync(JobLaunch launch, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(launch);
        await tickets.SendAsync(launch.Ticket, cancellationToken);
        return null;
    }

    /// <inheritdoc/>
    public Task<PlatformStatus> GetStatusAsync(string? handle, CancellationToken cancellationToken) => Task.FromResult(new PlatformStatus(PlatformState.Unknown));

    /// <summary>Does nothing: who takes the ticket sees that the attempt is cancelled.</summary>
    public Task StopAsync(string? handle, CancellationToken cancellationToken) => Task.CompletedTask;
}
