namespace DataEnvGym.Core.Workflows;

/// <summary>Where an engine is told what it can run.</summary>
public interface IWorkflowRegistry
{
    /// <summary>Adds a workflow; a new object is made for every execution.</summary>
    void AddWorkflow<TIn, TOut>(WorkflowName<TIn, TOut> name, Func<IWorkflow<TIn, TOut>> create);

    /// <summary>Adds an activity; a new object is made for every execution.</summary>
    void AddActivity<TIn, TOut>(ActivityName<TIn, TOut> name, Func<IActivity<TIn, TOut>> create);
}
