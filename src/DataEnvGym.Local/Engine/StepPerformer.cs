using System.Text.Json;
using DataEnvGym.Core.Students;
using DataEnvGym.Local.Journal;

namespace DataEnvGym.Local.Engine;

/// <summary>Performs the journaled commands of one generation and puts the answers into its mailbox.</summary>
internal sealed class StepPerformer : IAsyncDisposable
{
    private readonly EngineParts engine;
    private readonly InstanceRecord instance;
    private readonly Mailbox mailbox;
    private readonly CancellationTokenSource stop;
    private readonly Dictionary<long, DurableTimer> timers = [];
    private readonly Dictionary<long, Task> running = [];

    public StepPerformer(EngineParts engine, InstanceRecord instance, Mailbox mailbox, CancellationToken cancellationToken)
    {
        this.engine = engine;
        this.instance = instance;
        this.mailbox = mailbox;
        stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
    }

    /// <summary>Begins a command.</summary>
    public void Start(HistoryRow command, int attempt)
    {
        switch (command.Kind)
        {
            case HistoryKind.ActivityScheduled:
                running.Add(command.Step, Guard(() => RunActivityAsync(command, attempt)));
                break;
            case HistoryKind.ChildScheduled:
                running.Add(command.Step, Guard(() => RunChildAsync(command)));
                break;
            default:
                var due = SqliteJournal.Time(command.Payload);
                timers.Add(command.Step, new DurableTimer(engine.Time, due, () => mailbox.Answer(command, HistoryKind.TimerFired, "")));
                break;
        }
    }

    /// <summary>Lets go of a command that is answered or no longer of interest.</summary>
    public void Release(long step)
    {
        running.Remove(step);
        if (timers.Remove(step, out var timer))
        {
            timer.Dispose();
        }
    }

    /// <summary>Stops everything that is still under way, and waits until it has stopped.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var timer in timers.Values)
        {
            timer.Dispose();
        }

        await stop.CancelAsync();
        await Task.WhenAll(running.Values);
        stop.Dispose();
    }

    /// <summary>Runs work on the thread pool. Work that was stopped leaves no trace; an error of the engine itself goes to the mailbox.</summary>
    private Task Guard(Func<Task> work) => Task.Run(async () =>
    {
        try
        {
            await work();
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
        }
        catch (Exception e)
        {
            mailbox.Put(new Mail.Broke(e));
        }
    });

    private async Task RunActivityAsync(HistoryRow command, int attempt)
    {
        await engine.Slots.WaitAsync(stop.Token);
        try
        {
            var site = new ActivitySite(instance.Id, command.Name, command.Step);
            engine.Observer.ActivityStarted(site, attempt);
            var progress = new ProgressRelay(engine.Observer, site);
            string result;
            try
            {
                result = await engine.Registry.Activity(command.Name).RunAsync(command.Payload, progress, stop.Token);
            }
            catch (Exception e) when (!stop.IsCancellationRequested)
            {
                mailbox.Answer(command, HistoryKind.ActivityFailed, Failure(e));
                return;
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // However an activity leaves after it was told to stop, it has not failed: it will run again.
                throw new OperationCanceledException(e.Message, e, stop.Token);
            }

            mailbox.Answer(command, HistoryKind.ActivityCompleted, result);
        }
        finally
        {
            engine.Slots.Release();
        }
    }

    private async Task RunChildAsync(HistoryRow command)
    {
        var child = new InstanceRecord(command.Target, command.Name, $"{instance.Generation}/{command.Step}", 1, command.Payload);
        var end = await engine.RunChild(child, stop.Token);
        if (end.Origin != child.Origin)
        {
            mailbox.Answer(command, HistoryKind.ChildFailed, Failure(new InvalidOperationException(
                $"Child '{child.Id}' belongs to an earlier execution of '{instance.Id}'; give each child its own id, or none.")));
            return;
        }

        mailbox.Answer(command, end.State == InstanceState.Completed ? HistoryKind.ChildCompleted : HistoryKind.ChildFailed, end.Result!);
    }

    private static string Failure(Exception error) => JsonSerializer.Serialize(FailureRecord.Of(error), JournalJson.Default.FailureRecord);

    private sealed class ProgressRelay(IEngineObserver observer, ActivitySite site) : IProgress<WorkProgress>
    {
        public void Report(WorkProgress value) => observer.ActivityProgress(site, value);
    }
}
