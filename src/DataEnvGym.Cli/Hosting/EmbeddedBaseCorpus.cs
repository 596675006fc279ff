using DataEnvGym.Core;
using DataEnvGym.Core.Students;
using DataEnvGym.Domains;

namespace DataEnvGym.Cli.Hosting;

/// <summary>What the embedded student was trained on before it came here.</summary>
internal sealed class EmbeddedBaseCorpus : IBaseCorpus
{
    private static readonly Lazy<IReadOnlyList<TrainingText>> Corpus = new(ProceduralCorpus.Create);

    public IReadOnlyList<TrainingText> Sample(StudentSpec student, int count, Rng rng) =>
        [.. Enumerable.Range(0, count).Select(_ => rng.Pick(Corpus.Value))];
}
