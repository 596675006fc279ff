using System.Runtime.ExceptionServices;
using DataEnvGym.Local.Journal;

namespace DataEnvGym.Local.Engine;

/// <summary>
/// Runs one generation of an instance to its end: takes what happens, lets the workflow react, journals both in one transaction, and only then
/// performs what the workflow asked for.
/// </summary>
internal sealed class GenerationRunner
{
    /// <summary>Many answers that come at once share a commit; the bound keeps a commit short.</summary>
    private const int RowsPerTurn = 256;

    private readonly EngineParts engine;
    private readonly InstanceRecord instance;
    private readonly WorkflowRegistration workflow;
    private readonly Mailbox mailbox = new();
    private readonly List<HistoryRow> history;
    private WorkflowExecution execution;
    private long journaled;
    private long lastFromInbox;

    public GenerationRunner(EngineParts engine, InstanceRecord instance)
    {
        this.engine = engine;
        this.instance = instance;
        workflow = engine.Registry.Workflow(instance.Workflow);
        history = engine.Journal.ReadHistory(instance.Id, instance.Generation);
        journaled = history.Count;
        execution = Replayed();
    }

    /// <summary>Tells the runner that the inbox may hold something.</summary>
    public void LookIntoInbox() => mailbox.Put(new Mail.LookIntoInbox());

    /// <summary>Runs until the generation ends.</summary>
    /// <returns>The row that closes it.</returns>
    public async Task<HistoryRow> RunAsync(CancellationToken cancellationToken)
    {
        await using var performer = new StepPerformer(engine, instance, mailbox, cancellationToken);
        foreach (var step in execution.Steps.Outstanding)
        {
            performer.Start(step.Command, step.Attempt);
        }

        if (!execution.HasStarted)
        {
            var start = new HistoryRow(HistoryKind.ExecutionStarted, default, 0, instance.Workflow, instance.Origin, instance.Input);
            mailbox.Put(new Mail.Happened(start));
        }

        LookIntoInbox();
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (RunTurn(performer) is { } end)
            {
                return end;
            }

            await mailbox.Reader.WaitToReadAsync(cancellationToken);
        }
    }

    private HistoryRow? RunTurn(StepPerformer performer)
    {
        var turn = new PendingTurn();
        while (turn.Rows.Count < RowsPerTurn && !execution.HasEnded && mailbox.Reader.TryRead(out var mail))
        {
            Take(mail, turn, performer);
        }

        if (turn.Rows.Count == 0)
        {
            return null;
        }

        var end = turn.Rows[^1].IsEnd ? turn.Rows[^1] : null;
        var returned = end?.Kind == HistoryKind.ContinuedAsNew ? execution.KeptEvents : [];
        engine.Journal.Commit(new Turn(instance.Id, instance.Generation, journaled + 1, turn.Rows, turn.Status, returned));
        journaled += turn.Rows.Count;
        turn.Notices.ForEach(notice => notice(engine.Observer));
        foreach (var step in turn.Issued.Where(s => execution.Steps.IsOutstanding(s.Command.Step)))
        {
            performer.Start(step.Command, step.Attempt);
        }

        return end;
    }

    private void Take(Mail mail, PendingTurn turn, StepPerformer performer)
    {
        switch (mail)
        {
            case Mail.Happened happened:
                Apply(happened.Row, turn, performer);
                break;
            case Mail.LookIntoInbox:
                foreach (var waiting in engine.Journal.ReadInbox(instance.Id, lastFromInbox))
                {
                    lastFromInbox = waiting.Number;
                    Apply(new HistoryRow(HistoryKind.EventReceived, default, waiting.Number, waiting.Name, "", waiting.Payload), turn, performer);
                }

                break;
            case Mail.Broke broke:
                ExceptionDispatchInfo.Throw(broke.Error);
                break;
        }
    }

    private void Apply(HistoryRow happened, PendingTurn turn, StepPerformer performer)
    {
        if (!execution.Expects(happened))
        {
            return;
        }

        if (engine.Options.ReplayAfterEveryEvent)
        {
            execution = Replayed();
        }

        var now = engine.Time.GetUtcNow();
        // Time in a history never runs backwards, even when the machine's clock does.
        happened = happened with { Time = now > execution.Now ? now : execution.Now };
        execution.Apply(happened, replaying: false);
        var issued = execution.Steps.TakeIssued();
        // Commands of a workflow that has ended have no one to answer to.
        Record(turn, execution.HasEnded ? [happened, execution.EndRow()] : [happened, .. issued.Select(s => s.Command)]);
        turn.Take(issued, execution.Notices);
        if (happened.IsAnswer)
        {
            performer.Release(happened.Step);
        }

        execution.Steps.TakeForgotten().ForEach(performer.Release);
    }

    private void Record(PendingTurn turn, IReadOnlyList<HistoryRow> rows)
    {
        foreach (var command in rows.Where(r => r.Kind == HistoryKind.ActivityScheduled))
        {
            engine.Registry.Activity(command.Name);
        }

        turn.Rows.AddRange(rows);
        if (engine.Options.ReplayAfterEveryEvent)
        {
            history.AddRange(rows);
        }
    }

    private WorkflowExecution Replayed()
    {
        var fresh = new WorkflowExecution(instance, workflow, ForeignAwait);
        Replayer.Replay(fresh, instance.Id, history);
        return fresh;
    }

    private void ForeignAwait() => mailbox.Put(new Mail.Broke(new WorkflowStuckException(instance.Id, execution.Steps.Last)));
}
