using System.Text.Json;
using DataEnvGym.Local.Journal;

namespace DataEnvGym.Local.Engine;

/// <summary>One live workflow object with its context, moved forward by one event at a time.</summary>
internal sealed class WorkflowExecution
{
    private readonly InstanceRecord instance;
    private readonly WorkflowRegistration workflow;
    private readonly WorkflowPump pump;
    private readonly WorkflowContext context;
    private readonly Action foreignAwait;
    private Task<string>? main;

    public WorkflowExecution(InstanceRecord instance, WorkflowRegistration workflow, Action foreignAwait)
    {
        this.instance = instance;
        this.workflow = workflow;
        this.foreignAwait = foreignAwait;
        pump = new WorkflowPump(foreignAwait);
        context = new WorkflowContext(instance, workflow, pump);
    }

    public bool HasStarted => main is not null;

    public bool HasEnded => main is { IsCompleted: true };

    /// <summary>Time of the last event.</summary>
    public DateTimeOffset Now => context.Now;

    public StepTable Steps => context.Steps;

    public Notices Notices => context.Notices;

    /// <summary>Events that no one took.</summary>
    public IReadOnlyList<HistoryRow> KeptEvents => context.Events.Kept;

    /// <summary>Whether an event means anything to the workflow at this point.</summary>
    public bool Expects(HistoryRow row) => row.Kind switch
    {
        HistoryKind.ExecutionStarted => !HasStarted,
        HistoryKind.EventReceived => HasStarted && !HasEnded,
        _ => HasStarted && !HasEnded && Steps.IsOutstanding(row.Step),
    };

    /// <summary>Lets the workflow take one event and run until it waits again.</summary>
    /// <exception cref="WorkflowStuckException">It waits for nothing that the engine could answer.</exception>
    public void Apply(HistoryRow row, bool replaying)
    {
        context.Now = row.Time;
        context.Notices.Replaying = replaying;
        pump.Run(() => Take(row));
        if (!HasEnded && Steps.OutstandingCount == 0 && context.Events.WaiterCount == 0)
        {
            throw new WorkflowStuckException(instance.Id, Steps.Last);
        }
    }

    /// <summary>The row that closes the generation, once the workflow has ended.</summary>
    public HistoryRow EndRow()
    {
        if (main!.Status != TaskStatus.RanToCompletion)
        {
            var error = main.Exception?.InnerException ?? new OperationCanceledException("The workflow cancelled itself.");
            return Row(HistoryKind.ExecutionFailed, JsonSerializer.Serialize(FailureRecord.Of(error), JournalJson.Default.FailureRecord));
        }

        return context.NextInput is { } next ? Row(HistoryKind.ContinuedAsNew, next) : Row(HistoryKind.ExecutionCompleted, main.Result);
    }

    private void Take(HistoryRow row)
    {
        switch (row.Kind)
        {
            case HistoryKind.ExecutionStarted:
                main = workflow.RunAsync(context, row.Payload);
                WatchForEndOutsideTurn(main);
                break;
            case HistoryKind.EventReceived:
                context.Events.Deliver(row);
                break;
            default:
                Steps.Answer(row);
                break;
        }
    }

    /// <summary>Code that left its thread, with ConfigureAwait(false) for one, may end while no turn runs; no replay could repeat that.</summary>
    private void WatchForEndOutsideTurn(Task task) => task.ContinueWith(
        _ =>
        {
            if (!pump.InTurn)
            {
                foreignAwait();
            }
        },
        CancellationToken.None,
        TaskContinuationOptions.ExecuteSynchronously,
        TaskScheduler.Default);

    private HistoryRow Row(HistoryKind kind, string payload) => new(kind, Now, 0, workflow.Name, "", payload);
}
