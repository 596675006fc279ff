namespace DataEnvGym.Local.Engine;

/// <summary>What a turn has to tell an observer, kept until the turn is in the journal. Replayed turns tell nothing.</summary>
internal sealed class Notices(string instance)
{
    private List<Action<IEngineObserver>> pending = [];
    private string? status;

    /// <summary>Whether the current turn is one that the journal has already.</summary>
    public bool Replaying { get; set; }

    public void Completed(Step step) => Add(o => o.ActivityCompleted(Site(step)));

    public void Retrying(Step step, TimeSpan delay, string message) => Add(o => o.ActivityRetrying(Site(step), step.Attempt, delay, message));

    public void Failed(Step step, string message) => Add(o => o.ActivityFailed(Site(step), step.Attempt, message));

    public void Status(string text)
    {
        Add(o => o.StatusChanged(instance, text));
        if (!Replaying)
        {
            status = text;
        }
    }

    /// <summary>The status reported last in live turns, if it was not taken yet.</summary>
    public string? TakeStatus() => Interlocked.Exchange(ref status, null);

    public List<Action<IEngineObserver>> Take() => Interlocked.Exchange(ref pending, []);

    private ActivitySite Site(Step step) => new(instance, step.Command.Name, step.Command.Step);

    private void Add(Action<IEngineObserver> notice)
    {
        if (!Replaying)
        {
            pending.Add(notice);
        }
    }
}
