namespace DataEnvGym.Local.Journal;

/// <summary>Lets a test stand at every commit of a journal.</summary>
internal sealed class JournalHooks
{
    /// <summary>Called before each commit with its number, from 1; what it throws is a crash before the write.</summary>
    public Action<int> Before { get; init; } = _ => { };

    /// <summary>Called after each commit with its number; what it throws is a crash after the write.</summary>
    public Action<int> After { get; init; } = _ => { };

    /// <summary>Says whether to lose a commit: the caller is told that it was written, but it was not.</summary>
    public Func<int, bool> Lose { get; init; } = _ => false;
}
