using DataEnvGym.Core;
using DataEnvGym.Core.Students;
using DataEnvGym.Domains.Code.Procedural;
using DataEnvGym.Domains.Mathematics.Procedural;
using DataEnvGym.Domains.Procedural;

namespace DataEnvGym.Hosting;

/// <summary>What the embedded students were trained on before they came here.</summary>
public sealed class EmbeddedBaseCorpus : IBaseCorpus
{
    /// <summary>Seed of the corpora that the shipped base checkpoints were trained on.</summary>
    public const ulong Seed = 1;

    private static readonly Dictionary<string, ProceduralCorpus> Corpora = new(StringComparer.Ordinal)
    {
        [EmbeddedStudents.Math] = ProceduralMath.Corpus(Seed),
        [EmbeddedStudents.Code] = ProceduralCode.Corpus(Seed),
    };

    /// <summary>All that a student was trained on, in its order.</summary>
    /// <param name="student">One of <see cref="EmbeddedStudents.Names"/>.</param>
    public static IReadOnlyList<TrainingText> TextsOf(string student) => Corpora[student].Texts;

    /// <inheritdoc/>
    public IReadOnlyList<TrainingText> Sample(StudentSpec student, int count, Rng rng) =>
        Corpora.TryGetValue(student.Name, out var corpus) ? [.. Enumerable.Range(0, count).Select(_ => rng.Pick(corpus.Texts))] : [];
}
