using DataEnvGym.Core.Documents;
using DataEnvGym.Core.Students;
using DataEnvGym.Jobs.Contract;

namespace DataEnvGym.Jobs.Running;

/// <summary>Shows that an attempt is alive, holds the claim to it, and notices that it is over.</summary>
internal sealed class JobPulse(IDocumentStore documents, IssuedAttempt attempt, JobLease lease, JobRunnerOptions options, TimeProvider time, IJobObserver observer)
    : IProgress<WorkProgress>
{
    private readonly Lock gate = new();
    private WorkProgress progress;
    private long sequence;
    private DateTimeOffset renewed;

    /// <summary>Why the attempt is over for this worker; nothing as long as it is not.</summary>
    public JobOutcome? Interruption { get; private set; }

    public void Report(WorkProgress value)
    {
        lock (gate)
        {
            progress = value;
        }
    }

    /// <summary>Says that another worker has taken over; the next beat ends the work.</summary>
    public void Supersede() => Interruption ??= JobOutcome.Superseded;

    /// <summary>The first beat, before any work.</summary>
    public async Task BeginAsync(CancellationToken cancellationToken)
    {
        renewed = time.GetUtcNow();
        sequence = (await documents.TryReadAsync(attempt.Paths.Heartbeat, JobsJson.Default.JobHeartbeat, cancellationToken))?.Sequence ?? 0;
        await LookAsync(cancellationToken);
        if (Interruption is null)
        {
            await BeatAsync(cancellationToken);
        }
    }

    /// <summary>Beats until the work has ended, and ends the work when the attempt is over.</summary>
    /// <param name="work">Cancelled to end the work.</param>
    /// <param name="ended">Says that the work has ended.</param>
    public async Task RunAsync(CancellationTokenSource work, CancellationToken ended)
    {
        var renewal = lease.Length / 3;
        using var timer = new PeriodicTimer(renewal < options.HeartbeatEvery ? renewal : options.HeartbeatEvery, time);
        while (Interruption is null && await NextAsync(timer, ended))
        {
            await TryAsync("renew the claim", () => RenewAsync(renewal, ended), ended);
            await TryAsync("look for a cancellation", () => LookAsync(ended), ended);
            await TryAsync("write the heartbeat", () => BeatAsync(ended), ended);
        }

        if (Interruption is not null)
        {
            await work.CancelAsync();
        }
    }

    private static async Task<bool> NextAsync(PeriodicTimer timer, CancellationToken ended)
    {
        try
        {
            return await timer.WaitForNextTickAsync(ended);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        if (await documents.IsCancelledAsync(attempt.Paths, attempt.Manifest, cancellationToken))
        {
            Interruption = JobOutcome.Cancelled;
        }
    }

    private async Task RenewAsync(TimeSpan renewal, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (now - renewed >= renewal)
        {
            if (now - renewed >= lease.Length || !await lease.RenewAsync(cancellationToken))
            {
                Interruption = JobOutcome.ClaimLost;
            }

            renewed = now;
        }
    }

    private Task BeatAsync(CancellationToken cancellationToken)
    {
        WorkProgress done;
        lock (gate)
        {
            done = progress;
        }

        return documents.PutAsync(
            attempt.Paths.Heartbeat,
            new()
            {
                Sequence = ++sequence, At = time.GetUtcNow(), Worker = options.Worker, Done = done.Done, Total = done.Total,
                Unit = done.Unit, Detail = done.Detail,
            },
            JobsJson.Default.JobHeartbeat,
            cancellationToken);
    }

    // A network that blinks does not end an hour of work: the claim holds for a while, and the heartbeat may be late.
    private async Task TryAsync(string what, Func<Task> act, CancellationToken ended)
    {
        if (Interruption is not null || ended.IsCancellationRequested)
        {
            return;
        }

        try
        {
            await act();
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
        }
        catch (Exception error)
        {
            observer.Trouble($"{what} of {attempt}", error);
        }
    }
}
