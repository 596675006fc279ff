using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;

namespace DataEnvGym.Functions.Tests;

/// <summary>A host that does what a test says, for what the one in memory never does.</summary>
internal sealed class ScriptedContext : TaskOrchestrationContext
{
    private readonly Dictionary<string, object> waits = [];
    private DateTime now = new(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc);

    /// <summary>How much too early each timer fires.</summary>
    public Queue<TimeSpan> Early { get; } = new();

    /// <summary>Whether timers fire at once; else they wait to be cancelled.</summary>
    public bool TimersFire { get; set; } = true;

    /// <summary>What each call of an activity comes to: an answer, or an exception.</summary>
    public Queue<object> Answers { get; } = new();

    public List<DateTime> Timers { get; } = [];

    /// <summary>The timer that is waited for.</summary>
    public Task? Timer { get; private set; }

    public List<(string Instance, string Name, object Payload)> Sent { get; } = [];

    public SubOrchestrationOptions? ChildOptions { get; private set; }

    public object? Next { get; private set; }

    public override TaskName Name => "main";

    public override string InstanceId => "run";

    public override ParentOrchestrationInstance? Parent => null;

    public override DateTime CurrentUtcDateTime => now;

    public override bool IsReplaying => false;

    public override string Version => "1.0";

    protected override ILoggerFactory LoggerFactory => throw new NotSupportedException();

    /// <summary>Lets an event arrive for who waits.</summary>
    public void Arrive<T>(string name, T payload) => ((TaskCompletionSource<T>)waits[name]).SetResult(payload);

    public override T? GetInput<T>()
        where T : default => throw new NotSupportedException();

    public override async Task<TResult> CallActivityAsync<TResult>(TaskName name, object? input = null, TaskOptions? options = null)
    {
        await Task.Yield();
        return Answers.Dequeue() is Exception e ? throw e : (TResult)(object)"""{"output":7}""";
    }

    public override Task<TResult> CallSubOrchestratorAsync<TResult>(TaskName orchestratorName, object? input = null, TaskOptions? options = null)
    {
        ChildOptions = (SubOrchestrationOptions)options!;
        return Task.FromResult((TResult)(object)"1");
    }

    public override Task CreateTimer(DateTime fireAt, CancellationToken cancellationToken)
    {
        Timers.Add(fireAt);
        if (!TimersFire)
        {
            return Timer = Task.Delay(Timeout.Infinite, cancellationToken);
        }

        now = fireAt - (Early.TryDequeue(out var early) ? early : TimeSpan.Zero);
        return Task.CompletedTask;
    }

    public override Task<T> WaitForExternalEvent<T>(string eventName, CancellationToken cancellationToken = default)
    {
        var wait = new TaskCompletionSource<T>();
        waits[eventName] = wait;
        return wait.Task;
    }

    public override void SendEvent(string instanceId, string eventName, object payload) => Sent.Add((instanceId, eventName, payload));

    public override void SetCustomStatus(object? customStatus)
    {
    }

    public override void ContinueAsNew(object? newInput = null, bool preserveUnprocessedEvents = true) => Next = newInput;

    public override Guid NewGuid() => throw new NotSupportedException();
}
