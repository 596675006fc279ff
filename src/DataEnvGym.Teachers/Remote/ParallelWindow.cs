namespace DataEnvGym.Teachers.Remote;

/// <summary>
/// How many calls to a service may be under way: additive increase, multiplicative decrease (Chiu and Jain 1989, as in TCP). Each good answer adds a share, so that a
/// window full of them adds one; a service that is too busy halves it, once for all calls that were under way by then.
/// </summary>
/// <param name="most">Most calls at a time; also how many there are at first.</param>
internal sealed class ParallelWindow(int most)
{
    private readonly Lock gate = new();
    private readonly LinkedList<TaskCompletionSource<int>> waiting = [];
    private double limit = most;
    private int running;
    private int decreases;

    /// <summary>Calls that may be under way now; from 1 to the most.</summary>
    public int Limit
    {
        get
        {
            lock (gate)
            {
                return (int)limit;
            }
        }
    }

    /// <summary>Waits for a place.</summary>
    /// <returns>The era that the call belongs to, to be told when it leaves.</returns>
    public async Task<int> EnterAsync(CancellationToken cancellationToken)
    {
        var turn = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        LinkedListNode<TaskCompletionSource<int>> place;
        lock (gate)
        {
            place = waiting.AddLast(turn);
            LetIn();
        }

        await using var leave = cancellationToken.Register(() =>
        {
            lock (gate)
            {
                if (place.List is not null)
                {
                    waiting.Remove(place);
                    turn.SetCanceled(cancellationToken);
                }
            }
        });
        return await turn.Task;
    }

    /// <summary>Gives a place back.</summary>
    /// <param name="era">What <see cref="EnterAsync"/> gave.</param>
    /// <param name="verdict">How the service took the call.</param>
    public void Leave(int era, CallVerdict verdict)
    {
        lock (gate)
        {
            running--;
            if (verdict == CallVerdict.Good)
            {
                limit = Math.Min(most, limit + (1 / limit));
            }
            else if (verdict == CallVerdict.Busy && era == decreases)
            {
                limit = Math.Max(1, limit / 2);
                decreases++;
            }

            LetIn();
        }
    }

    private void LetIn()
    {
        while (waiting.First is { } next && running < (int)limit)
        {
            waiting.Remove(next);
            running++;
            next.Value.SetResult(decreases);
        }
    }
}

/// <summary>How a service took a call.</summary>
internal enum CallVerdict
{
    /// <summary>It answered.</summary>
    Good,

    /// <summary>It says that it is asked too much.</summary>
    Busy,

    /// <summary>Something else went wrong, which says nothing about how much it can take.</summary>
    Failed,
}
