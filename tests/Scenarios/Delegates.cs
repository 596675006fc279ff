using DataEnvGym.Core.Students;
using DataEnvGym.Core.Workflows;

namespace DataEnvGym.Scenarios;

/// <summary>Workflow code that is written where it is tested.</summary>
internal sealed class DelegateWorkflow<TIn, TOut>(Func<IWorkflowContext, TIn, Task<TOut>> code) : IWorkflow<TIn, TOut>
{
    public Task<TOut> RunAsync(IWorkflowContext context, TIn input) => code(context, input);
}

internal sealed class DelegateActivity<TIn, TOut>(Func<TIn, CancellationToken, Task<TOut>> code) : IActivity<TIn, TOut>
{
    public Task<TOut> RunAsync(TIn input, IProgress<WorkProgress> progress, CancellationToken cancellationToken)
    {
        progress.Report(new WorkProgress(0, 1, "calls"));
        return code(input, cancellationToken);
    }
}
