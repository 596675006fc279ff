using DataEnvGym.Core.Students;

namespace DataEnvGym.Students.Training.Saves;

/// <summary>
/// Saves a training while it goes on. The training gives a copy of its state and goes on at once; the copy is stored beside it. A save that fails does
/// not end the training: the next one is tried when it is due, and <see cref="Fault"/> tells of it.
/// </summary>
internal sealed class TrainingKeeper(ITrainingSaves saves, TrainingIdentity training, TimeProvider time) : IAsyncDisposable
{
    // A platform that stops a process gives it about half a minute.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly CancellationTokenSource abandoned = new();
    private long since = time.GetTimestamp();
    private string? fault;
    private Task<string?> save = Task.FromResult<string?>(null);

    /// <summary>Why the newest save that has ended failed; null when it did not.</summary>
    public string? Fault => fault = save.IsCompleted ? save.Result : fault;

    /// <summary>Saves the state if that is due and the save before has ended.</summary>
    public void SaveWhenDue(Func<TrainingState> capture)
    {
        if (!save.IsCompleted || time.GetElapsedTime(since) < saves.Interval)
        {
            return;
        }

        fault = save.Result;
        since = time.GetTimestamp();
        var (state, stop) = (capture(), abandoned.Token);
        save = Task.Run(() => TrySaveAsync(state, stop), CancellationToken.None);
    }

    /// <summary>Saves the last state of a training that is stopped, and waits for it, but not for ever.</summary>
    public void SaveLast(TrainingState state)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var registration = patience.Token.Register(abandoned.Cancel);
        save.Wait(CancellationToken.None);
        save = TrySaveAsync(state, patience.Token);
        save.Wait(CancellationToken.None);
    }

    /// <summary>Gives up a save that is still under way. Nothing is saved after this.</summary>
    public async ValueTask DisposeAsync()
    {
        await abandoned.CancelAsync();
        await save;
        abandoned.Dispose();
    }

    private async Task<string?> TrySaveAsync(TrainingState state, CancellationToken cancellationToken)
    {
        try
        {
            var file = TrainingStateFile.Write(training, state);
            await saves.SaveAsync((stream, token) => stream.WriteAsync(file, token).AsTask(), cancellationToken);
            return null;
        }
        catch (Exception error)
        {
            return error.Message;
        }
    }
}
