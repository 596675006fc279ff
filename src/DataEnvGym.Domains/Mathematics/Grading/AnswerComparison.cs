namespace DataEnvGym.Domains.Mathematics.Grading;

/// <summary>What the comparison of two texts found.</summary>
/// <param name="Equal">Whether the two give the same answer.</param>
/// <param name="GoldAnswer">The answer in the gold text; nothing where none was found.</param>
/// <param name="PredAnswer">The answer in the response; nothing where none was found.</param>
/// <param name="Reason">The rule that decided: a code, such as <c>rational</c>, <c>probing</c>, <c>set</c> or <c>no-answer</c>, mostly with words behind a colon.</param>
public sealed record AnswerComparison(bool Equal, string? GoldAnswer, string? PredAnswer, string Reason);
