using DataEnvGym.Core.Messaging;

namespace DataEnvGym.Jobs.Running;

/// <summary>A ticket in a worker's hand. Each renewal changes what proves that it is there.</summary>
internal sealed class TicketLease(IMessageQueue queue, QueueMessage message, TimeSpan visibility)
{
    private QueueMessage message = message;

    public ReadOnlyMemory<byte> Body => message.Body;

    public int Deliveries => message.Deliveries;

    public JobLease Lease => new(Deliveries, visibility, token => RenewAsync(visibility, token));

    public Task DeleteAsync(CancellationToken cancellationToken) => queue.DeleteAsync(message, cancellationToken);

    /// <summary>Lets the next worker have it at once.</summary>
    public Task GiveBackAsync(CancellationToken cancellationToken) => RenewAsync(TimeSpan.Zero, cancellationToken);

    private async Task<bool> RenewAsync(TimeSpan time, CancellationToken cancellationToken)
    {
        if (await queue.RenewAsync(message, time, cancellationToken) is not { } renewed)
        {
            return false;
        }

        message = renewed;
        return true;
    }
}
