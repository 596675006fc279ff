namespace DataEnvGym.Core.Workflows;

/// <summary>Orchestration code. See <see cref="IWorkflowContext"/> for what it may do.</summary>
public interface IWorkflow<TIn, TOut>
{
    /// <summary>Runs the workflow from its start; called anew for every replay.</summary>
    Task<TOut> RunAsync(IWorkflowContext context, TIn input);
}
