using DataEnvGym.Core.Messaging;

namespace DataEnvGym.Jobs.Posting;

/// <summary>Takes result messages from their queue and tells the workflows that wait, where no trigger does so.</summary>
/// <param name="results">The queue of result messages.</param>
/// <param name="inbox">Checks them.</param>
/// <param name="raise">Raises the event.</param>
/// <param name="refused">Is told why a message was thrown away.</param>
/// <param name="time">The clock.</param>
public sealed class ResultListener(
    IMessageQueue results, JobInbox inbox, Func<JobArrival, CancellationToken, Task> raise, Action<string> refused, TimeProvider time)
{
    private static readonly TimeSpan Visibility = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Wait = TimeSpan.FromMilliseconds(250);

    /// <summary>Listens until it is stopped. An error ends it: the waiting workflows then find out by looking.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            if (!await TakeAsync(cancellationToken))
            {
                await Task.Delay(Wait, time, cancellationToken);
            }
        }
    }

    /// <summary>Takes one message, if there is one.</summary>
    internal async Task<bool> TakeAsync(CancellationToken cancellationToken)
    {
        if (await results.ReceiveAsync(Visibility, cancellationToken) is not { } message)
        {
            return false;
        }

        var news = await inbox.ReadAsync(message.Body, cancellationToken);
        if (news.Arrival is { } arrival)
        {
            await raise(arrival, cancellationToken);
        }
        else
        {
            refused(news.Refusal!);
        }

        await results.DeleteAsync(message, cancellationToken);
        return true;
    }
}
