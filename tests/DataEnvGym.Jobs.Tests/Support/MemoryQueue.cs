using System.Text;
using DataEnvGym.Core.Messaging;

namespace DataEnvGym.Jobs.Tests.Support;

/// <summary>A queue in memory, with visibility by a clock. A crash can be planned for before any operation.</summary>
internal sealed class MemoryQueue(TimeProvider time) : IMessageQueue
{
    private readonly List<Entry> entries = [];
    private int receipts;

    /// <summary>Called before each operation with its kind; may throw.</summary>
    public Action<string> Before { get; set; } = _ => { };

    public IReadOnlyList<string> Bodies => [.. entries.Select(entry => Encoding.UTF8.GetString(entry.Body))];

    /// <summary>Messages that a receiver would get now.</summary>
    public int Visible => entries.Count(entry => entry.VisibleAt <= time.GetUtcNow());

    public Task SendAsync(ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        Before("send");
        entries.Add(new(body.ToArray(), time.GetUtcNow()) { Id = $"{++receipts}" });
        return Task.CompletedTask;
    }

    public Task<QueueMessage?> ReceiveAsync(TimeSpan visibility, CancellationToken cancellationToken)
    {
        Before("receive");
        if (entries.Find(entry => entry.VisibleAt <= time.GetUtcNow()) is not { } found)
        {
            return Task.FromResult<QueueMessage?>(null);
        }

        found.Deliveries++;
        return Task.FromResult<QueueMessage?>(Hide(found, visibility));
    }

    public Task<QueueMessage?> RenewAsync(QueueMessage message, TimeSpan visibility, CancellationToken cancellationToken)
    {
        Before("renew");
        return Task.FromResult(Owned(message) is { } found ? Hide(found, visibility) : null);
    }

    public Task DeleteAsync(QueueMessage message, CancellationToken cancellationToken)
    {
        Before("delete");
        if (Owned(message) is { } found)
        {
            entries.Remove(found);
        }

        return Task.CompletedTask;
    }

    private Entry? Owned(QueueMessage message) => entries.Find(entry => entry.Id == message.Id && entry.Receipt == message.Receipt);

    private QueueMessage Hide(Entry entry, TimeSpan visibility)
    {
        (entry.VisibleAt, entry.Receipt) = (time.GetUtcNow() + visibility, $"{++receipts}");
        return new(entry.Id, entry.Receipt, entry.Body, entry.Deliveries);
    }

    private sealed record Entry(byte[] Body, DateTimeOffset FirstVisible)
    {
        public required string Id { get; init; }

        public string Receipt { get; set; } = "";

        public int Deliveries { get; set; }

        public DateTimeOffset VisibleAt { get; set; } = FirstVisible;
    }
}
