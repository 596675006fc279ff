using System.Text.Json;
using Microsoft.DurableTask;

namespace DataEnvGym.Functions.Engine;

/// <summary>
/// The events of one execution. The SDK gives an event to the newest waiter of its name, also to one that has given up, and loses what arrives between
/// continue-as-new and the end of the execution. So it is asked for one event of a name at a time, and who gets it is decided here: the oldest
/// waiter, or later ones, or the next execution.
/// </summary>
internal sealed class EventInbox(TaskOrchestrationContext context)
{
    private readonly Dictionary<string, Line> lines = new(StringComparer.OrdinalIgnoreCase);
    private bool closed;

    /// <summary>The next event of a name.</summary>
    public Task<string> WaitAsync(string name)
    {
        if (!lines.TryGetValue(name, out var line))
        {
            lines.Add(name, line = new Line());
        }

        var waiter = new TaskCompletionSource<string>();
        if (line.Kept.TryDequeue(out var payload))
        {
            waiter.SetResult(payload);
            return waiter.Task;
        }

        line.Waiters.AddLast(waiter);
        Listen(name, line);
        return waiter.Task;
    }

    /// <summary>Takes a waiter that has given up out of its line.</summary>
    public void Forget(string name, Task<string> wait)
    {
        var waiters = lines[name].Waiters;
        if (waiters.FirstOrDefault(waiter => waiter.Task == wait) is { } found)
        {
            waiters.Remove(found);
        }
    }

    /// <summary>Leaves what no one took, and what still comes, to the next execution.</summary>
    public void Close()
    {
        closed = true;
        foreach (var (name, line) in lines)
        {
            while (line.Kept.TryDequeue(out var payload))
            {
                context.SendEvent(context.InstanceId, name, payload);
            }

            Listen(name, line);
        }
    }

    private void Listen(string name, Line line)
    {
        if (!line.IsListening)
        {
            line.IsListening = true;
            _ = ListenAsync(name, line);
        }
    }

    private async Task ListenAsync(string name, Line line)
    {
        while (closed || line.Waiters.Count > 0)
        {
            // Any JSON reads as an element; a payload of another type would fail the orchestration where no one can catch it.
            var element = await context.WaitForExternalEvent<JsonElement>(name);
            var payload = element.ValueKind == JsonValueKind.String ? element.GetString()! : element.GetRawText();
            if (closed)
            {
                context.SendEvent(context.InstanceId, name, payload);
            }
            else if (line.Waiters.First is { } first)
            {
                line.Waiters.RemoveFirst();
                first.Value.SetResult(payload);
            }
            else
            {
                line.Kept.Enqueue(payload);
            }
        }

        line.IsListening = false;
    }

    private sealed class Line
    {
        public LinkedList<TaskCompletionSource<string>> Waiters { get; } = new();

        public Queue<string> Kept { get; } = new();

        public bool IsListening { get; set; }
    }
}
