using DataEnvGym.Core;
using DataEnvGym.Core.Students;

namespace DataEnvGym.Domains.Mathematics.Procedural;

/// <summary>
/// What a base student is trained on before anyone teaches it: many examples of the strong skills, a taste of the weak ones, none from an examined
/// split. The weak skills are what a teacher has to find. Fine-tuning replays draws from the same texts, so that the strong skills are kept.
/// </summary>
/// <param name="seed">Same seed, same corpus.</param>
public sealed class ProceduralCorpus(ulong seed)
{
    /// <summary>Examples of each strong skill, the levels in equal shares: with 4,000 a student of half a million weights learns it well.</summary>
    public const int StrongExamples = 4_000;

    /// <summary>Examples of each weak skill: enough to have seen its notation, too few to learn it.</summary>
    public const int WeakExamples = 40;

    private readonly Lazy<IReadOnlyList<TrainingText>> texts = new(() => Build(seed));

    /// <summary>Names of the skills that a base student is good at.</summary>
    public static IReadOnlyList<string> StrongSkills { get; } =
    [
        "add-three-digit", "divide-by-digit", "order-of-operations", "add-fractions", "round-number", "compare-numbers", "largest-of-three",
        "roman-numeral", "number-from-words", "add-to-clock", "reverse-letters", "word-problem",
    ];

    /// <summary>Names of the skills that a base student is bad at: all others.</summary>
    public static IReadOnlyList<string> WeakSkills { get; } =
        [.. ProceduralMath.Skills.Select(s => s.Name).Except(StrongSkills, StringComparer.Ordinal)];

    /// <summary>The whole corpus, in a shuffled order. Made on first use.</summary>
    public IReadOnlyList<TrainingText> Texts => texts.Value;

    private static TrainingText[] Build(ulong seed)
    {
        var all = ProceduralMath.Skills
            .SelectMany(skill => Draw(seed, skill, StrongSkills.Contains(skill.Name) ? StrongExamples : WeakExamples))
            .ToArray();
        Rng.For(seed, ProceduralMath.Name, "corpus-order").Shuffle<TrainingText>(all);
        return all;
    }

    private static IEnumerable<TrainingText> Draw(ulong seed, ProceduralSkill skill, int count)
    {
        var rng = Rng.For(seed, ProceduralMath.Name, "corpus", skill.Name);
        for (var i = 0; i < count; i++)
        {
            var problem = ProceduralMath.GenerateTraining(rng, skill, 1 + (i % ProceduralSkill.Levels));
            yield return MathDomain.ShortProblems.FormatExample(problem.Prompt, problem.Solution, problem.Answer);
        }
    }
}
