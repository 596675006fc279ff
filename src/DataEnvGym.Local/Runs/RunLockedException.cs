namespace DataEnvGym.Local.Runs;

/// <summary>Another process, or another part of this one, works on the run.</summary>
public sealed class RunLockedException : Exception
{
    internal RunLockedException(string folder, int? holder, Exception inner)
        : base($"Run folder {folder} is in use by {(holder is { } id ? $"process {id}" : "another process")}; wait for it to end or stop it.", inner) =>
        HolderProcessId = holder;

    /// <summary>The process that works on it, if it left its id.</summary>
    public int? HolderProcessId { get; }
}
