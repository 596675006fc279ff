namespace DataEnvGym.Core.Messaging;

/// <summary>A queue that delivers at least once: a message that is received is hidden for a while, and comes back unless it is deleted.</summary>
public interface IMessageQueue
{
    /// <summary>Adds a message.</summary>
    /// <param name="body">At most 48 KB of UTF-8 text.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    Task SendAsync(ReadOnlyMemory<byte> body, CancellationToken cancellationToken);

    /// <summary>Takes the next message, if there is one, and hides it from others for a while.</summary>
    Task<QueueMessage?> ReceiveAsync(TimeSpan visibility, CancellationToken cancellationToken);

    /// <summary>Hides a message for longer, or with <see cref="TimeSpan.Zero"/> gives it back at once.</summary>
    /// <returns>The message to use from now on; nothing if it was lost: its time ran out and another has it, or it is deleted.</returns>
    Task<QueueMessage?> RenewAsync(QueueMessage message, TimeSpan visibility, CancellationToken cancellationToken);

    /// <summary>Deletes a message that is done with. One that was lost is left to who has it.</summary>
    Task DeleteAsync(QueueMessage message, CancellationToken cancellationToken);
}

/// <summary>A message as it was received.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Receipt">Proves that it is still the receiver's.</param>
/// <param name="Body">Its content.</param>
/// <param name="Deliveries">How often it was delivered, this time included.</param>
public sealed record QueueMessage(string Id, string Receipt, ReadOnlyMemory<byte> Body, int Deliveries);
