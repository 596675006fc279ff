using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using DataEnvGym.Azure.Storage;
using QueueMessage = DataEnvGym.Core.Messaging.QueueMessage;

namespace DataEnvGym.Azure.Messaging;

/// <summary>A queue of a storage account. Messages are UTF-8 text as it is, not Base64, and wait for as long as it takes.</summary>
/// <param name="clients">The storage account.</param>
/// <param name="name">The queue, such as <see cref="StorageNames.JobQueue"/>.</param>
/// <param name="autoCreate">Whether to make the queue if it is not there.</param>
public sealed class StorageQueue(AzureStorageClients clients, string name, bool autoCreate = true) : Core.Messaging.IMessageQueue
{
    /// <summary>Longest message, in bytes.</summary>
    public const int MostBytes = 48 << 10;

    private static readonly TimeSpan Forever = TimeSpan.FromSeconds(-1);

    private readonly QueueClient queue = clients.Queues.GetQueueClient(name);

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The message is longer than <see cref="MostBytes"/>.</exception>
    public async Task SendAsync(ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        if (body.Length > MostBytes)
        {
            throw new ArgumentException($"A message for queue {queue.Name} has {body.Length} bytes; put what is longer than {MostBytes} into a document and send its name.", nameof(body));
        }

        await CreatingAsync(() => queue.SendMessageAsync(BinaryData.FromBytes(body), timeToLive: Forever, cancellationToken: cancellationToken), cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<QueueMessage?> ReceiveAsync(TimeSpan visibility, CancellationToken cancellationToken)
    {
        var message = (await CreatingAsync(() => queue.ReceiveMessageAsync(visibility, cancellationToken), cancellationToken)).Value;
        return message is null ? null : new(message.MessageId, message.PopReceipt, message.Body.ToMemory(), checked((int)message.DequeueCount));
    }

    /// <inheritdoc/>
    public async Task<QueueMessage?> RenewAsync(QueueMessage message, TimeSpan visibility, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        try
        {
            UpdateReceipt receipt = await queue.UpdateMessageAsync(message.Id, message.Receipt, visibilityTimeout: visibility, cancellationToken: cancellationToken);
            return message with { Receipt = receipt.PopReceipt };
        }
        catch (RequestFailedException error) when (IsLost(error))
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public async Task DeleteAsync(QueueMessage message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        try
        {
            await queue.DeleteMessageAsync(message.Id, message.Receipt, cancellationToken);
        }
        catch (RequestFailedException error) when (IsLost(error))
        {
        }
    }

    private static bool IsLost(RequestFailedException error) =>
        error.ErrorCode == QueueErrorCode.MessageNotFound || error.ErrorCode == QueueErrorCode.PopReceiptMismatch;

    // Made only if it is missing: who may send or receive need not be allowed to make queues.
    private async Task<T> CreatingAsync<T>(Func<Task<T>> call, CancellationToken cancellationToken)
    {
        try
        {
            return await call();
        }
        catch (RequestFailedException error) when (autoCreate && error.ErrorCode == QueueErrorCode.QueueNotFound)
        {
            await queue.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
            return await call();
        }
    }
}
