using System.Text.Json.Serialization.Metadata;
using DataEnvGym.Core.Workflows;

namespace DataEnvGym.Local.Engine;

/// <summary>A workflow with its types hidden behind JSON.</summary>
internal abstract class WorkflowRegistration
{
    public abstract string Name { get; }

    public abstract Task<string> RunAsync(IWorkflowContext context, string input);

    /// <summary>The input for the next generation.</summary>
    /// <exception cref="InvalidOperationException">It is not of the workflow's input type.</exception>
    public abstract string WriteInput<T>(T input);
}

internal sealed class WorkflowRegistration<TIn, TOut>(WorkflowName<TIn, TOut> name, Func<IWorkflow<TIn, TOut>> factory) : WorkflowRegistration
{
    public override string Name => name.Name;

    public override async Task<string> RunAsync(IWorkflowContext context, string input)
    {
        var value = Json.Read(input, name.Input, $"input of workflow '{name.Name}'");
        var result = await factory().RunAsync(context, value);
        return Json.Write(result, name.Output, $"result of workflow '{name.Name}'");
    }

    public override string WriteInput<T>(T input) => name.Input is JsonTypeInfo<T> type
        ? Json.Write(input, type, $"input of workflow '{name.Name}'")
        : throw new InvalidOperationException(
            $"Workflow '{name.Name}' takes {typeof(TIn).Name}, but was asked to continue as new with {typeof(T).Name}; pass its own input type.");
}
