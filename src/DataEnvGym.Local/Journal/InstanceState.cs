namespace DataEnvGym.Local.Journal;

/// <summary>Where a workflow instance stands. Stored by name.</summary>
public enum InstanceState
{
    /// <summary>It has begun and not ended; whether a process works on it is for the run's lock to say.</summary>
    Running,

    /// <summary>It ended with a result.</summary>
    Completed,

    /// <summary>It ended with an error.</summary>
    Failed,
}
