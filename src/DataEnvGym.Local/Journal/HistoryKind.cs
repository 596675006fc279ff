namespace DataEnvGym.Local.Journal;

/// <summary>What one line of an instance's history says. Stored by name.</summary>
internal enum HistoryKind
{
    ExecutionStarted,
    ActivityScheduled,
    ActivityCompleted,
    ActivityFailed,
    TimerCreated,
    TimerFired,
    ChildScheduled,
    ChildCompleted,
    ChildFailed,
    EventReceived,
    ExecutionCompleted,
    ExecutionFailed,
    ContinuedAsNew,
}
