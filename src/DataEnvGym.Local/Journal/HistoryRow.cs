namespace DataEnvGym.Local.Journal;

/// <summary>One line of an instance's history.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Time">The engine's time when it happened.</param>
/// <param name="Step">
/// Number of the command in its generation, from 1, for a command and its answer; the inbox number for an event; 0 for the rest.
/// </param>
/// <param name="Name">Name of the activity, workflow or event; empty for a timer.</param>
/// <param name="Target">Instance id of a child; origin of a started execution; else empty.</param>
/// <param name="Payload">JSON of the input, result, failure or event; a timer's due time.</param>
internal sealed record HistoryRow(HistoryKind Kind, DateTimeOffset Time, long Step, string Name, string Target, string Payload)
{
    /// <summary>Whether the workflow asked for it, in contrast to what happened to it.</summary>
    public bool IsCommand => Kind is HistoryKind.ActivityScheduled or HistoryKind.TimerCreated or HistoryKind.ChildScheduled;

    /// <summary>Whether it answers the command of its step; the number of an event is of another kind.</summary>
    public bool IsAnswer => Kind is HistoryKind.ActivityCompleted or HistoryKind.ActivityFailed or HistoryKind.TimerFired
        or HistoryKind.ChildCompleted or HistoryKind.ChildFailed;

    /// <summary>Whether it closes the generation.</summary>
    public bool IsEnd => Kind is HistoryKind.ExecutionCompleted or HistoryKind.ExecutionFailed or HistoryKind.ContinuedAsNew;

    /// <summary>Whether both ask for the same thing; the time of asking does not matter.</summary>
    public bool AsksTheSameAs(HistoryRow other) => this with { Time = other.Time } == other;
}
