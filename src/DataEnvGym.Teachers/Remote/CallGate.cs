using System.Collections.Concurrent;
using DataEnvGym.Core.Teachers;

namespace DataEnvGym.Teachers.Remote;

/// <summary>
/// Lets a limited number of calls to a service be under way, and none while the service has asked for a pause. One per service, limit and clock in a process:
/// a provider counts the calls of all workers together.
/// </summary>
internal sealed class CallGate(int parallelCalls, TimeProvider time) : IDisposable
{
    private static readonly ConcurrentDictionary<(string Kind, string? Endpoint, string? Model, int Parallel, TimeProvider Time), CallGate> Gates = new();

    private readonly SemaphoreSlim places = new(parallelCalls);
    private readonly Lock gate = new();
    private DateTimeOffset opens = DateTimeOffset.MinValue;

    public static CallGate For(TeacherSpec spec, TimeProvider time) => Gates.GetOrAdd(
        (spec.Kind, spec.Endpoint, spec.Model, spec.ParallelCalls, time), key => new CallGate(key.Parallel, key.Time));

    /// <summary>Waits for a place and for the end of a pause, and makes the call.</summary>
    public async Task<T> RunAsync<T>(Func<Task<T>> call, CancellationToken cancellationToken)
    {
        await places.WaitAsync(cancellationToken);
        try
        {
            while (Pause() is { Ticks: > 0 } pause)
            {
                await Task.Delay(pause, time, cancellationToken);
            }

            return await call();
        }
        finally
        {
            places.Release();
        }
    }

    /// <summary>Lets no further call through for a while.</summary>
    public void Close(TimeSpan span)
    {
        lock (gate)
        {
            var until = time.GetUtcNow() + span;
            opens = until > opens ? until : opens;
        }
    }

    public void Dispose() => places.Dispose();

    private TimeSpan Pause()
    {
        lock (gate)
        {
            return opens - time.GetUtcNow();
        }
    }
}
