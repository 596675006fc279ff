using DataEnvGym.Core.Jobs;
using DataEnvGym.Core.Messaging;
using DataEnvGym.Core.Workflows;
using DataEnvGym.Jobs.Contract;

namespace DataEnvGym.Jobs.Running;

/// <summary>
/// Takes tickets from a queue and does them, one at a time. A ticket is deleted last, so that a worker that dies leaves it to another one; a ticket that
/// keeps coming back, or is none, goes to the poison queue.
/// </summary>
/// <param name="tickets">The queue of tickets.</param>
/// <param name="poison">Where tickets go that nobody can do.</param>
/// <param name="runner">Does them.</param>
/// <param name="options">How to take them.</param>
/// <param name="time">The clock.</param>
/// <param name="observer">Is told what happens.</param>
public sealed class JobWorker(
    IMessageQueue tickets, IMessageQueue poison, JobRunner runner, JobWorkerOptions options, TimeProvider time, IJobObserver observer)
{
    /// <summary>Type of the error of an attempt that was given up because its ticket kept coming back.</summary>
    public const string PoisonError = "PoisonJob";

    /// <summary>Works until it is asked to stop, or has been idle for too long.</summary>
    /// <param name="stop">Asks it to stop: the work under way is given back.</param>
    public async Task RunAsync(CancellationToken stop)
    {
        var (wait, idle) = (options.FirstWait, time.GetTimestamp());
        while (!stop.IsCancellationRequested)
        {
            if (await TryRunOneAsync(stop))
            {
                (wait, idle) = (options.FirstWait, time.GetTimestamp());
                continue;
            }

            if (time.GetElapsedTime(idle) >= options.StopWhenIdleFor)
            {
                return;
            }

            await Task.Delay(wait, time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            wait = wait * 2 < options.LongestWait ? wait * 2 : options.LongestWait;
        }
    }

    // Whatever goes wrong with one ticket, the worker goes on: the ticket comes back when its time runs out.
    private async Task<bool> TryRunOneAsync(CancellationToken stop)
    {
        try
        {
            return await RunOneAsync(stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
        }
        catch (Exception error)
        {
            observer.Trouble("take a ticket and do it", error);
        }

        return false;
    }

    /// <summary>Takes one ticket, if there is one, and does it.</summary>
    /// <returns>Whether there was one.</returns>
    internal async Task<bool> RunOneAsync(CancellationToken stop)
    {
        if (await tickets.ReceiveAsync(options.Visibility, stop) is not { } message)
        {
            return false;
        }

        var ticket = new TicketLease(tickets, message, options.Visibility);
        IssuedAttempt attempt;
        try
        {
            attempt = await runner.OpenAsync(ticket.Body, stop);
        }
        catch (PermanentException error)
        {
            await PoisonAsync(ticket, error.Message);
            return true;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await ticket.GiveBackAsync(CancellationToken.None);
            return true;
        }

        if (ticket.Deliveries > options.MaxDeliveries)
        {
            var reason = $"The ticket of {attempt} was delivered {ticket.Deliveries} times: its workers die or lose it before they are done.";
            await runner.FailAsync(attempt, new JobError(PoisonError, reason, Permanent: true), CancellationToken.None);
            await PoisonAsync(ticket, reason);
            return true;
        }

        await DoAsync(ticket, attempt, stop);
        return true;
    }

    private async Task DoAsync(TicketLease ticket, IssuedAttempt attempt, CancellationToken stop)
    {
        JobOutcome outcome;
        try
        {
            outcome = await runner.RunAsync(attempt, ticket.Lease, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            outcome = JobOutcome.Stopped;
        }

        // A ticket whose time ran out is not ours to delete, even where nobody has taken it yet.
        await (outcome switch
        {
            JobOutcome.Stopped => ticket.GiveBackAsync(CancellationToken.None),
            JobOutcome.ClaimLost => Task.CompletedTask,
            _ => ticket.DeleteAsync(CancellationToken.None),
        });
    }

    private async Task PoisonAsync(TicketLease ticket, string reason)
    {
        await poison.SendAsync(ticket.Body, CancellationToken.None);
        await ticket.DeleteAsync(CancellationToken.None);
        JobTelemetry.CountPoison();
        observer.Poisoned(reason);
    }
}
