namespace DataEnvGym.Local.Engine;

/// <summary>
/// A workflow took another path than its journal shows: its code changed since the run began, or it is not deterministic. Nothing was
/// written; the version of the program that began the run can resume it.
/// </summary>
public sealed class WorkflowDivergedException : Exception
{
    internal WorkflowDivergedException(string instance, long step, string journal, string code)
        : base($"Instance '{instance}' left its journal at step {step}: the journal has {journal}, the workflow asked for {code}; "
            + "resume it with the version of the program that began it, or start a new run.")
    {
        InstanceId = instance;
        Step = step;
    }

    /// <summary>The instance.</summary>
    public string InstanceId { get; }

    /// <summary>Number of the command at which the paths part, from 1.</summary>
    public long Step { get; }
}
