namespace DataEnvGym.Local.Journal;

/// <summary>A workflow instance as shown to people.</summary>
/// <param name="Id">Instance id; a child's id starts with its parent's and a slash.</param>
/// <param name="Workflow">Name of the workflow.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Status">The last status that the workflow reported, if any.</param>
/// <param name="Generation">How often it started, continuing as new included; from 1.</param>
/// <param name="Started">When it first started.</param>
/// <param name="Updated">When its journal last grew.</param>
/// <param name="Failure">What it failed with, if it did.</param>
public sealed record InstanceSummary(
    string Id, string Workflow, InstanceState State, string? Status, int Generation, DateTimeOffset Started, DateTimeOffset Updated, string? Failure = null);
