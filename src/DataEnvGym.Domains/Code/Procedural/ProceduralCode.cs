using DataEnvGym.Core.Sandboxes;
using DataEnvGym.Core.Students;
using DataEnvGym.Core.Tasks;
using DataEnvGym.Domains.Code.Procedural.Skills;
using DataEnvGym.Domains.Procedural;

namespace DataEnvGym.Domains.Code.Procedural;

/// <summary>The procedural code benchmark: Python functions of one expression.</summary>
public static class ProceduralCode
{
    /// <summary>The benchmark's name.</summary>
    public const string Name = "procedural-code";

    /// <summary>Its skills, and what can be told from a prompt alone.</summary>
    public static ProceduralBenchmark Benchmark { get; } = new(Name, CodePrompts.ShortFunctions, [.. NumberSkills.All, .. TextSkills.All, .. ListSkills.All]);

    /// <summary>What a base student is trained on.</summary>
    /// <param name="seed">Same seed, same corpus.</param>
    public static ProceduralCorpus Corpus(ulong seed) => new(
        Benchmark,
        ["scale-and-shift", "either-or", "number-ranges", "join-text", "slice-text", "count-text", "map-list", "sum-list", "join-words"],
        6,
        problem => new TrainingText($"{problem.Prompt}\n", problem.Answer),
        seed);
}

/// <summary>The procedural code benchmark as a task.</summary>
/// <param name="sizes">Items per skill and split.</param>
/// <param name="sandbox">Where answers are run.</param>
public sealed class ProceduralCodeTask(SplitSizes sizes, ISandbox sandbox)
    : ProceduralTask(ProceduralCode.Benchmark, CodeDomain.ShortFunctions(sandbox), new CodeGrader(sandbox) { StarterOf = CodeDomain.StarterOf }, 80, sizes);
