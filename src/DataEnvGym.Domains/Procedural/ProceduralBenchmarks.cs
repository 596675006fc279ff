using DataEnvGym.Domains.Code.Procedural;
using DataEnvGym.Domains.Mathematics.Procedural;

namespace DataEnvGym.Domains.Procedural;

/// <summary>All benchmarks that are made by rule. No two have a skill's name or a prompt in common, so that a name or a prompt says which one is meant.</summary>
public static class ProceduralBenchmarks
{
    /// <summary>The benchmarks.</summary>
    public static IReadOnlyList<ProceduralBenchmark> All { get; } = [ProceduralMath.Benchmark, ProceduralCode.Benchmark];

    /// <summary>Tells which skill and level a prompt belongs to, from its text alone.</summary>
    /// <param name="prompt">Any text; white space at its ends does not matter.</param>
    /// <returns>The skill and the level (1 to 3), or nothing when no benchmark has such a prompt.</returns>
    public static (ProceduralSkill Skill, int Level)? Recognize(string prompt) =>
        All.Select(benchmark => benchmark.Recognize(prompt)).FirstOrDefault(seen => seen is not null);
}
