using DataEnvGym.Core;
using DataEnvGym.Domains.Procedural;

namespace DataEnvGym.Teachers.Offline;

/// <summary>Says the same problem again in nearly the same words: the fault of teachers that run out of ideas.</summary>
internal static class Rewording
{
    private static readonly string[] Openings = ["Now: ", "Again: ", "Next: ", "Question: ", "Problem: "];

    /// <summary>The prompt with a word in front of it, in place of one that is there already.</summary>
    public static string Of(string prompt, Rng rng) => rng.Pick(Openings) + Plain(prompt);

    /// <summary>Works a prompt out, whether reworded or not.</summary>
    public static Problem? Solve(string prompt, ProceduralBenchmark benchmark) => benchmark.Solve(Plain(prompt));

    private static string Plain(string prompt) =>
        Openings.FirstOrDefault(word => prompt.StartsWith(word, StringComparison.Ordinal)) is { } opening ? prompt[opening.Length..] : prompt;
}
