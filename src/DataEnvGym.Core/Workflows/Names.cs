using System.Text.Json.Serialization.Metadata;

namespace DataEnvGym.Core.Workflows;

/// <summary>A typed handle on an activity: its name, and how its input and output are stored.</summary>
public sealed record ActivityName<TIn, TOut>(string Name, JsonTypeInfo<TIn> Input, JsonTypeInfo<TOut> Output);

/// <summary>A typed handle on a workflow.</summary>
public sealed record WorkflowName<TIn, TOut>(string Name, JsonTypeInfo<TIn> Input, JsonTypeInfo<TOut> Output);

/// <summary>A typed handle on an event.</summary>
public sealed record EventName<T>(string Name, JsonTypeInfo<T> Payload);

/// <summary>What came of waiting for an event with a deadline.</summary>
/// <param name="Received">Whether the event came in time.</param>
/// <param name="Payload">The event, if it came.</param>
public readonly record struct EventOutcome<T>(bool Received, T? Payload);
