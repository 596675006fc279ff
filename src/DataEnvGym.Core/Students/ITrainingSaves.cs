namespace DataEnvGym.Core.Students;

/// <summary>
/// Keeps the state of a training that is under way, so that another process can go on with it. A training that goes on from a saved state ends with
/// the same weights, bit for bit, as one that was never interrupted.
/// </summary>
public interface ITrainingSaves
{
    /// <summary>How long a training goes on between two saves.</summary>
    TimeSpan Interval { get; }

    /// <summary>Opens the newest saved state of this training; nothing if there is none.</summary>
    Task<Stream?> OpenLatestAsync(CancellationToken cancellationToken);

    /// <summary>Stores a state in place of older ones; whole or not at all.</summary>
    /// <param name="write">Writes the state.</param>
    /// <param name="cancellationToken">Stops the save.</param>
    Task SaveAsync(Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken);
}
