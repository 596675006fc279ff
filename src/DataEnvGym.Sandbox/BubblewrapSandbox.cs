using System.Collections.Concurrent;
using DataEnvGym.Core.Sandboxes;
using DataEnvGym.Sandbox.Workers;

namespace DataEnvGym.Sandbox;

/// <summary>Runs programs on this machine in bubblewrap, in sandboxes that are kept warm. Safe for use by many at once: <see cref="BubblewrapOptions.Workers"/> run, others wait.</summary>
public sealed class BubblewrapSandbox : ISandbox, IAsyncDisposable
{
    private static int count;

    private readonly BubblewrapOptions options;
    private readonly Lazy<HostPrograms> programs;
    private readonly SemaphoreSlim places;
    private readonly ConcurrentStack<SandboxWorker> idle = new();
    private int disposed;

    /// <summary>A pool that starts sandboxes when they are first needed.</summary>
    /// <param name="options">How many there are.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is below 1.</exception>
    public BubblewrapSandbox(BubblewrapOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Workers, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.RunsPerWorker, 1);
        this.options = options;
        programs = new(() => HostPrograms.Find(options), LazyThreadSafetyMode.PublicationOnly);
        places = new(options.Workers);
    }

    /// <summary>What all processes of this pool have at the end of their command line.</summary>
    internal string Label { get; } = $"dataenvgym-sandbox-{Environment.ProcessId}-{Interlocked.Increment(ref count)}";

    /// <summary>Starts a sandbox and says what is in it.</summary>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>A line for people.</returns>
    /// <exception cref="SandboxUnavailableException">There is no sandbox here; the message says why and what to do.</exception>
    public async Task<string> DescribeAsync(CancellationToken cancellationToken)
    {
        await using var worker = await SandboxWorker.StartAsync(programs.Value, Label, cancellationToken);
        return $"{programs.Value.Bubblewrap} with Python {worker.PythonVersion}";
    }

    /// <inheritdoc/>
    public async Task<SandboxResult> RunAsync(SandboxRequest request, CancellationToken cancellationToken)
    {
        request.Check();
        ObjectDisposedException.ThrowIf(disposed != 0, this);
        await places.WaitAsync(cancellationToken);
        try
        {
            var worker = idle.TryPop(out var warm) ? warm : await SandboxWorker.StartAsync(programs.Value, Label, cancellationToken);
            try
            {
                return await worker.RunAsync(request, cancellationToken);
            }
            finally
            {
                await GiveBackAsync(worker);
            }
        }
        finally
        {
            places.Release();
        }
    }

    /// <summary>Waits for the programs that run, then ends all sandboxes.</summary>
    /// <returns>A task that is done when none of their processes is left.</returns>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref disposed, 1) != 0)
        {
            return;
        }

        for (var i = 0; i < options.Workers; i++)
        {
            await places.WaitAsync();
        }

        while (idle.TryPop(out var worker))
        {
            await worker.DisposeAsync();
        }
    }

    private async ValueTask GiveBackAsync(SandboxWorker worker)
    {
        if (worker.IsSound && worker.Runs < options.RunsPerWorker)
        {
            idle.Push(worker);
        }
        else
        {
            await worker.DisposeAsync();
        }
    }
}
