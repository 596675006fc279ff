namespace DataEnvGym.Core.Agents;

/// <summary>A request for training examples, part of a plan.</summary>
/// <param name="Id">Unique in the plan, such as <c>order-07</c>.</param>
/// <param name="Skill">Which skill to teach; none in the open-ended environment.</param>
/// <param name="Count">How many examples; at least 1.</param>
/// <param name="SourceErrors">Ids of the probe items whose errors the teacher is shown, in the order shown.</param>
public sealed record Order(string Id, string? Skill, int Count, IReadOnlyList<string> SourceErrors);
