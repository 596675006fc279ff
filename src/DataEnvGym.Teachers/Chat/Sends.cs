namespace DataEnvGym.Teachers.Chat;

/// <summary>
/// Counts the requests of one call that went out and brought no answer. Each may have been charged for, so the count is kept before a request goes out and is taken
/// back when it turns out to be free; when the budget does not cover another, none goes out.
/// </summary>
/// <param name="affordable">How many requests the budget covers at worst.</param>
/// <param name="lost">Requests that were lost before, by a program that was killed.</param>
/// <param name="keep">Keeps the count where it outlives the program.</param>
internal sealed class Sends(int affordable, int lost, Func<int, CancellationToken, Task>? keep = null)
{
    /// <summary>How many requests the budget covers at worst.</summary>
    public int Affordable => affordable;

    /// <summary>Requests without an answer so far; while one is on its way, with that one.</summary>
    public int Lost { get; private set; } = lost;

    /// <summary>Whether the budget covers another request.</summary>
    public bool Allow => Lost < affordable;

    /// <summary>A request is about to go out.</summary>
    public async Task LeaveAsync(CancellationToken cancellationToken)
    {
        await KeepAsync(Lost + 1, cancellationToken);
        Lost++;
    }

    /// <summary>The request that went out brought an answer.</summary>
    public void Arrived() => Lost--;

    /// <summary>The request that went out was not charged for.</summary>
    public async Task TakeBackAsync()
    {
        Lost--;
        await KeepAsync(Lost, CancellationToken.None);
    }

    private Task KeepAsync(int count, CancellationToken cancellationToken) => keep?.Invoke(count, cancellationToken) ?? Task.CompletedTask;
}
