namespace DataEnvGym.Local.Journal;

/// <summary>Finds where a failed history went wrong.</summary>
internal static class FailureCut
{
    /// <summary>
    /// Index of the first row that tells of a failure for good: of a child, or of an activity that was not tried again, which a retry's timer right behind it would
    /// show. What stands before it is a history of whole turns in which the failed work is still under way.
    /// </summary>
    /// <param name="history">All rows of a generation, in order.</param>
    /// <returns>The index, or nothing when the workflow failed by itself: then there is nothing to try again.</returns>
    public static int? Find(IReadOnlyList<HistoryRow> history)
    {
        for (var i = 0; i < history.Count; i++)
        {
            var retried = i + 1 < history.Count && history[i + 1].Kind == HistoryKind.TimerCreated;
            if (history[i].Kind == HistoryKind.ChildFailed || (history[i].Kind == HistoryKind.ActivityFailed && !retried))
            {
                return i;
            }
        }

        return null;
    }
}
