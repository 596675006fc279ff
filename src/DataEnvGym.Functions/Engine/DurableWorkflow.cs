using DataEnvGym.Core.Workflows;
using Microsoft.DurableTask;

namespace DataEnvGym.Functions.Engine;

/// <summary>Runs a workflow as an orchestration.</summary>
internal static class DurableWorkflow
{
    /// <summary>Runs it from its start; called anew for every replay.</summary>
    /// <param name="context">What the host gives an orchestration.</param>
    /// <param name="name">The workflow's name.</param>
    /// <param name="workflow">The workflow.</param>
    /// <returns>Its result, as JSON.</returns>
    /// <exception cref="WorkflowFailedException">It failed.</exception>
    public static async Task<string> RunAsync<TIn, TOut>(TaskOrchestrationContext context, WorkflowName<TIn, TOut> name, IWorkflow<TIn, TOut> workflow)
    {
        try
        {
            var what = $"input of workflow '{name.Name}'";
            var call = Payload.Read(context.GetInput<string>(), EngineJson.Default.WorkflowCall, what);
            var input = Payload.Read(call.Input, name.Input, what);
            var output = await workflow.RunAsync(new DurableWorkflowContext(context, call, name.Input), input);
            return Payload.Write(output, name.Output, $"result of workflow '{name.Name}'");
        }
        catch (Exception e)
        {
            throw WorkflowFailedException.Of(e);
        }
    }
}
