using DataEnvGym.Core;
using DataEnvGym.Core.Students;
using DataEnvGym.Domains.Mathematics.Procedural;

namespace DataEnvGym.Hosting;

/// <summary>What the embedded student was trained on before it came here.</summary>
public sealed class EmbeddedBaseCorpus : IBaseCorpus
{
    /// <summary>Seed of the corpus that the shipped base checkpoint was trained on.</summary>
    public const ulong Seed = 1;

    private static readonly ProceduralCorpus Corpus = new(Seed);

    /// <summary>All of it, in its order.</summary>
    public static IReadOnlyList<TrainingText> Texts => Corpus.Texts;

    /// <inheritdoc/>
    public IReadOnlyList<TrainingText> Sample(StudentSpec student, int count, Rng rng) =>
        [.. Enumerable.Range(0, count).Select(_ => rng.Pick(Texts))];
}
