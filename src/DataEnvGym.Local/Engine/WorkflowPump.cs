namespace DataEnvGym.Local.Engine;

/// <summary>
/// The single thread of a workflow: what its awaits post is kept and run in order within a turn. A post from outside of a turn comes from an
/// awaited thing that the engine does not know.
/// </summary>
internal sealed class WorkflowPump(Action foreignAwait) : SynchronizationContext
{
    private readonly Queue<(SendOrPostCallback Callback, object? State)> queue = new();
    private int turnThread;

    /// <summary>Whether the calling thread is the one that runs the current turn.</summary>
    public bool InTurn => Volatile.Read(ref turnThread) == Environment.CurrentManagedThreadId;

    /// <summary>Runs one step of the engine and then all that follows from it.</summary>
    public void Run(Action first)
    {
        var previous = Current;
        SetSynchronizationContext(this);
        Volatile.Write(ref turnThread, Environment.CurrentManagedThreadId);
        try
        {
            first();
            while (queue.TryDequeue(out var next))
            {
                next.Callback(next.State);
            }
        }
        finally
        {
            Volatile.Write(ref turnThread, 0);
            SetSynchronizationContext(previous);
        }
    }

    /// <summary>Refuses a call on the context that does not come from the workflow's own thread.</summary>
    public void Check(string instance)
    {
        if (!InTurn || Current != this)
        {
            throw new InvalidOperationException(
                $"Instance '{instance}' used its context outside of its turn; a workflow must not use Task.Run, threads or ConfigureAwait(false).");
        }
    }

    public override void Post(SendOrPostCallback d, object? state)
    {
        if (InTurn)
        {
            queue.Enqueue((d, state));
        }
        else
        {
            foreignAwait();
        }
    }

    public override void Send(SendOrPostCallback d, object? state) =>
        throw new NotSupportedException("A workflow runs on one thread, which nothing may block.");

    public override SynchronizationContext CreateCopy() => this;
}
