using DataEnvGym.Core.Messaging;
using DataEnvGym.Jobs.Posting;
using DataEnvGym.Local.Engine;

namespace DataEnvGym.Cli.Hosting.Sites;

/// <summary>Takes workers' messages and wakes the workflows that wait for them.</summary>
internal sealed class ResultListener(IMessageQueue messages, JobInbox inbox, Action<string> warn, TimeProvider time)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Visibility = TimeSpan.FromSeconds(30);

    /// <summary>Listens until cancelled. Trouble is told and passes: the workflow looks for itself, too.</summary>
    public async Task ListenAsync(LocalEngine engine, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                if (!await TakeAsync(engine, cancellationToken))
                {
                    await Task.Delay(Interval, time, cancellationToken);
                }
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception error)
            {
                warn($"the workers' messages cannot be read: {error.Message}");
                await Task.WhenAny(Task.Delay(Visibility, time, cancellationToken));
            }
        }
    }

    private async Task<bool> TakeAsync(LocalEngine engine, CancellationToken cancellationToken)
    {
        if (await messages.ReceiveAsync(Visibility, cancellationToken) is not { } message)
        {
            return false;
        }

        var news = await inbox.ReadAsync(message.Body, cancellationToken);
        if (news.Arrival is { } arrival)
        {
            await engine.RaiseEventAsync(arrival.InstanceId, arrival.Event, arrival.Payload);
        }
        else
        {
            warn(news.Refusal!);
        }

        await messages.DeleteAsync(message, cancellationToken);
        return true;
    }
}
