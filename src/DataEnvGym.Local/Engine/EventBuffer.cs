using DataEnvGym.Local.Journal;

namespace DataEnvGym.Local.Engine;

/// <summary>Brings events and their waiters together: first come, first served, on both sides.</summary>
internal sealed class EventBuffer
{
    private readonly List<HistoryRow> kept = [];
    private readonly List<(string Name, TaskCompletionSource<string> Waiter)> waiting = [];

    /// <summary>Events that no one took, in order of arrival.</summary>
    public IReadOnlyList<HistoryRow> Kept => kept;

    public int WaiterCount => waiting.Count;

    /// <summary>The next event of that name, which may be here already.</summary>
    public Task<string> Wait(string name)
    {
        var index = kept.FindIndex(e => e.Name == name);
        if (index >= 0)
        {
            var payload = kept[index].Payload;
            kept.RemoveAt(index);
            return Task.FromResult(payload);
        }

        var waiter = new TaskCompletionSource<string>();
        waiting.Add((name, waiter));
        return waiter.Task;
    }

    /// <summary>Stops waiting, so that a later event goes to someone else.</summary>
    public void Forget(Task<string> wait) => waiting.RemoveAll(w => w.Waiter.Task == wait);

    /// <summary>Gives an event to its first waiter, or keeps it.</summary>
    public void Deliver(HistoryRow row)
    {
        var index = waiting.FindIndex(w => w.Name == row.Name);
        if (index < 0)
        {
            kept.Add(row);
            return;
        }

        var waiter = waiting[index].Waiter;
        waiting.RemoveAt(index);
        waiter.SetResult(row.Payload);
    }
}
