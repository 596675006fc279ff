namespace DataEnvGym.Domains.Mathematics.Grading;

/// <summary>A grader that compares two texts.</summary>
/// <param name="Name">How it is chosen, such as <c>math</c>.</param>
/// <param name="Version">Its identity in scores, such as <c>math/3</c>.</param>
/// <param name="Compare">Compares a gold text with a response; pure, never throws for any text, safe to call from many threads.</param>
public sealed record PairGrader(string Name, string Version, Func<string, string, AnswerComparison> Compare);
