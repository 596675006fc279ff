namespace DataEnvGym.Core.Curation;

/// <summary>What the student answered wrong, before it was trained, to the question of an example that was kept: a line of <c>iteration-NN/misses.jsonl</c>.</summary>
/// <param name="Example">The example's id.</param>
/// <param name="Response">The whole response.</param>
/// <param name="Answer">The answer that was found in it, if any.</param>
public sealed record StudentMiss(string Example, string Response, string? Answer);
