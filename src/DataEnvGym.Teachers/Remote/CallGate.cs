using System.Collections.Concurrent;
using DataEnvGym.Core.Teachers;

namespace DataEnvGym.Teachers.Remote;

/// <summary>
/// Lets calls to a service through: as many at a time as it can take, no more requests and tokens a minute than the spec says, and none while the service has asked for
/// a pause. One per service, limits and clock in a process: a provider counts the calls of all workers together.
/// </summary>
internal sealed class CallGate : IDisposable
{
    private static readonly ConcurrentDictionary<(string, string?, string?, int, int?, int?, TimeProvider), CallGate> Gates = new();

    private readonly TimeProvider time;
    private readonly ParallelWindow window;
    private readonly RateBudget? requests;
    private readonly RateBudget? tokens;
    private readonly SemaphoreSlim turnstile = new(1);
    private readonly Lock gate = new();
    private DateTimeOffset opens = DateTimeOffset.MinValue;

    private CallGate(TeacherSpec spec, TimeProvider time)
    {
        this.time = time;
        window = new(spec.ParallelCalls);
        requests = spec.RequestsPerMinute is { } calls ? new(calls, time) : null;
        tokens = spec.TokensPerMinute is { } rate ? new(rate, time) : null;
    }

    /// <summary>Calls that may be under way now.</summary>
    public int Limit => window.Limit;

    public static CallGate For(TeacherSpec spec, TimeProvider time) => Gates.GetOrAdd(
        (spec.Kind, spec.Endpoint, spec.Model, spec.ParallelCalls, spec.RequestsPerMinute, spec.TokensPerMinute, time), _ => new CallGate(spec, time));

    /// <summary>Waits until a call may be made, and makes it.</summary>
    /// <param name="worstCase">Most tokens that it can take, read and written.</param>
    /// <param name="call">Makes the call.</param>
    /// <param name="judge">Says how the service took it, and how many tokens it took if that is known.</param>
    /// <param name="cancellationToken">Stops the waiting.</param>
    public async Task<T> RunAsync<T>(long worstCase, Func<Task<T>> call, Func<T, (CallVerdict Verdict, long? Tokens)> judge, CancellationToken cancellationToken)
    {
        var era = await window.EnterAsync(cancellationToken);
        var verdict = CallVerdict.Failed;
        try
        {
            await PassAsync(worstCase, cancellationToken);
            var result = await call();
            (verdict, var used) = judge(result);
            lock (gate)
            {
                tokens?.Take((used ?? worstCase) - worstCase);
            }

            return result;
        }
        finally
        {
            window.Leave(era, verdict);
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

    public void Dispose() => turnstile.Dispose();

    // One after the other, so that a large call is not overtaken by small ones for ever.
    private async Task PassAsync(long worstCase, CancellationToken cancellationToken)
    {
        await turnstile.WaitAsync(cancellationToken);
        try
        {
            while (TryTake(worstCase) is { Ticks: > 0 } pause)
            {
                await Task.Delay(pause, time, cancellationToken);
            }
        }
        finally
        {
            turnstile.Release();
        }
    }

    private TimeSpan TryTake(long worstCase)
    {
        lock (gate)
        {
            var pause = new[] { opens - time.GetUtcNow(), requests?.WaitFor(1) ?? default, tokens?.WaitFor(worstCase) ?? default }.Max();
            if (pause <= TimeSpan.Zero)
            {
                requests?.Take(1);
                tokens?.Take(worstCase);
            }

            return pause;
        }
    }
}
