using DataEnvGym.Core;
using DataEnvGym.Core.Students;

namespace DataEnvGym.Domains.Procedural;

/// <summary>
/// What a base student is trained on before anyone teaches it: many examples of the strong skills, a taste of the weak ones, none from an examined
/// split. The weak skills are what a teacher has to find. Fine-tuning replays draws from the same texts, so that the strong skills are kept.
/// </summary>
/// <param name="benchmark">Whose problems they are.</param>
/// <param name="strong">Names of the skills that the base student is good at.</param>
/// <param name="weakExamples">Examples of each weak skill: enough to have seen its notation, too few to learn it.</param>
/// <param name="write">How a problem becomes what a student reads and writes.</param>
/// <param name="seed">Same seed, same corpus.</param>
public sealed class ProceduralCorpus(ProceduralBenchmark benchmark, IReadOnlyList<string> strong, int weakExamples, Func<Problem, TrainingText> write, ulong seed)
{
    /// <summary>Examples of each strong skill, the levels in equal shares: with 4,000 a student of half a million weights learns it well.</summary>
    public const int StrongExamples = 4_000;

    private IReadOnlyList<TrainingText>? texts;

    /// <summary>Names of the skills that a base student is good at.</summary>
    public IReadOnlyList<string> StrongSkills => strong;

    /// <summary>Names of the skills that a base student is bad at: all others.</summary>
    public IReadOnlyList<string> WeakSkills => [.. benchmark.Skills.Select(s => s.Name).Except(strong, StringComparer.Ordinal)];

    /// <summary>The whole corpus, in a shuffled order. Made on first use.</summary>
    public IReadOnlyList<TrainingText> Texts => LazyInitializer.EnsureInitialized(ref texts, Build);

    private TrainingText[] Build()
    {
        var all = benchmark.Skills
            .SelectMany(skill => Draw(skill, strong.Contains(skill.Name) ? StrongExamples : weakExamples))
            .ToArray();
        Rng.For(seed, benchmark.Name, "corpus-order").Shuffle<TrainingText>(all);
        return all;
    }

    private IEnumerable<TrainingText> Draw(ProceduralSkill skill, int count)
    {
        var rng = Rng.For(seed, benchmark.Name, "corpus", skill.Name);
        for (var i = 0; i < count; i++)
        {
            yield return write(skill.GenerateTraining(rng, 1 + (i % ProceduralSkill.Levels)));
        }
    }
}
