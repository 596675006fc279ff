namespace DataEnvGym.Local.Journal;

/// <summary>A workflow instance as the journal knows it.</summary>
/// <param name="Id">Instance id.</param>
/// <param name="Workflow">Name of the workflow.</param>
/// <param name="Origin">Generation and step of the parent that started it, or empty for a root.</param>
/// <param name="Generation">The current generation, from 1.</param>
/// <param name="Input">JSON of the current generation's input.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Result">JSON of the output or of the failure, once it has ended.</param>
internal sealed record InstanceRecord(
    string Id, string Workflow, string Origin, int Generation, string Input, InstanceState State = InstanceState.Running, string? Result = null);
