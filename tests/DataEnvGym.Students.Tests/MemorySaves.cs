using DataEnvGym.Core.Students;

namespace DataEnvGym.Students.Tests;

/// <summary>The newest state of a training, in memory.</summary>
internal sealed class MemorySaves : ITrainingSaves
{
    public TimeSpan Interval { get; init; } = TimeSpan.Zero;

    /// <summary>The newest state.</summary>
    public byte[]? Latest { get; set; }

    /// <summary>Called before a state is stored.</summary>
    public Func<CancellationToken, Task> Storing { get; init; } = _ => Task.CompletedTask;

    /// <summary>Called before the newest state is opened.</summary>
    public Action Opening { get; init; } = () => { };

    /// <summary>Set once a state was stored.</summary>
    public ManualResetEventSlim Stored { get; } = new();

    public Task<Stream?> OpenLatestAsync(CancellationToken cancellationToken)
    {
        Opening();
        return Task.FromResult<Stream?>(Latest is null ? null : new MemoryStream(Latest, writable: false));
    }

    public async Task SaveAsync(Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken)
    {
        await Storing(cancellationToken);
        using var stream = new MemoryStream();
        await write(stream, cancellationToken);
        Latest = stream.ToArray();
        Stored.Set();
    }
}
