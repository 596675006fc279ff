using DataEnvGym.Local.Journal;

namespace DataEnvGym.Local.Engine;

/// <summary>The commands of a generation: what the workflow asked for and who waits for the answer.</summary>
internal sealed class StepTable
{
    private readonly Dictionary<long, Step> outstanding = [];
    private List<Step> issued = [];
    private List<long> forgotten = [];

    /// <summary>Number of the last command, from 1; 0 before the first.</summary>
    public long Last { get; private set; }

    /// <summary>Commands without an answer, in the order in which they were asked.</summary>
    public IEnumerable<Step> Outstanding => outstanding.Values.OrderBy(s => s.Command.Step);

    public int OutstandingCount => outstanding.Count;

    public bool IsOutstanding(long step) => outstanding.ContainsKey(step);

    /// <summary>Asks for something and returns the task of its answer.</summary>
    public Step Issue(HistoryKind kind, DateTimeOffset time, string name, string payload, string target = "", int attempt = 1)
    {
        // Continuations run inline on purpose: a TaskCompletionSource that runs them elsewhere would leave the workflow's thread.
        var step = new Step(new HistoryRow(kind, time, ++Last, name, target, payload), attempt, new TaskCompletionSource<string>());
        outstanding.Add(step.Command.Step, step);
        issued.Add(step);
        return step;
    }

    /// <summary>Hands an answer to whoever waits for it.</summary>
    public void Answer(HistoryRow row)
    {
        outstanding.Remove(row.Step, out var step);
        if (row.Kind is HistoryKind.ActivityFailed or HistoryKind.ChildFailed)
        {
            var failure = Json.Read(row.Payload, JournalJson.Default.FailureRecord, "recorded failure");
            step!.Answer.SetException(new StepFailedException(failure));
        }
        else
        {
            step!.Answer.SetResult(row.Payload);
        }
    }

    /// <summary>Drops a command whose answer no longer matters.</summary>
    public void Forget(Step step)
    {
        if (outstanding.Remove(step.Command.Step))
        {
            forgotten.Add(step.Command.Step);
        }
    }

    /// <summary>The commands since the last call.</summary>
    public List<Step> TakeIssued() => Interlocked.Exchange(ref issued, []);

    /// <summary>The commands that were dropped since the last call.</summary>
    public List<long> TakeForgotten() => Interlocked.Exchange(ref forgotten, []);
}

/// <summary>One command.</summary>
/// <param name="Command">Its row in the history.</param>
/// <param name="Attempt">For an activity, number of the try, from 1.</param>
/// <param name="Answer">Gets the JSON of the result, or a <see cref="StepFailedException"/>.</param>
internal sealed record Step(HistoryRow Command, int Attempt, TaskCompletionSource<string> Answer)
{
    public Task<string> Task => Answer.Task;
}

/// <summary>The recorded failure of one command, on its way to the code that decides about retries.</summary>
internal sealed class StepFailedException(FailureRecord failure) : Exception(failure.Message)
{
    public FailureRecord Failure { get; } = failure;
}
