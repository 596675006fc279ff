using DataEnvGym.Local.Journal;

namespace DataEnvGym.Local.Engine;

/// <summary>What a turn gathers before it is journaled.</summary>
internal sealed class PendingTurn
{
    /// <summary>Rows for the history.</summary>
    public List<HistoryRow> Rows { get; } = [];

    /// <summary>Commands to perform once they are journaled.</summary>
    public List<Step> Issued { get; } = [];

    /// <summary>What to tell the observer afterwards.</summary>
    public List<Action<IEngineObserver>> Notices { get; } = [];

    /// <summary>The status that was reported last.</summary>
    public string? Status { get; private set; }

    /// <summary>Gathers the outcome of one event.</summary>
    public void Take(List<Step> issued, Notices notices)
    {
        Issued.AddRange(issued);
        Notices.AddRange(notices.Take());
        Status = notices.TakeStatus() ?? Status;
    }
}
