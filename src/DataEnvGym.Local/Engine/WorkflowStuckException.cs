namespace DataEnvGym.Local.Engine;

/// <summary>A workflow awaits something that does not come from its context, so no replay could ever answer it. Nothing of it was written.</summary>
public sealed class WorkflowStuckException : Exception
{
    internal WorkflowStuckException(string instance, long step)
        : base($"Instance '{instance}' awaits something foreign after step {step}, such as Task.Delay or I/O; "
            + "a workflow may await only what its context returns: move the work into an activity.")
    {
    }
}
