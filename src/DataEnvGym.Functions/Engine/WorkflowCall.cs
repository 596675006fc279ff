using System.Text.Json;
using DataEnvGym.Core.Workflows;

namespace DataEnvGym.Functions.Engine;

/// <summary>The input of an orchestration.</summary>
/// <param name="Input">The workflow's own input.</param>
/// <param name="Generation">Executions under this id, this one included: one more with every continue-as-new.</param>
/// <param name="Children">
/// Ids of the children of earlier executions. Durable Functions would run a second child of the same id in place of the first; here it is an error.
/// </param>
internal sealed record WorkflowCall(JsonElement Input, int Generation, IReadOnlyList<string> Children)
{
    /// <summary>What to start a workflow with.</summary>
    public static string Start<TIn, TOut>(WorkflowName<TIn, TOut> workflow, TIn input)
    {
        var call = new WorkflowCall(JsonSerializer.SerializeToElement(input, workflow.Input), 1, []);
        return Payload.Write(call, EngineJson.Default.WorkflowCall, $"input of workflow '{workflow.Name}'");
    }
}
