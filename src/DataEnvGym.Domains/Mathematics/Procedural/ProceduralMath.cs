using DataEnvGym.Core;
using DataEnvGym.Domains.Mathematics.Procedural.Skills;
using DataEnvGym.Domains.Procedural;

namespace DataEnvGym.Domains.Mathematics.Procedural;

/// <summary>The procedural math benchmark.</summary>
public static class ProceduralMath
{
    /// <summary>The benchmark's name.</summary>
    public const string Name = "procedural-math";

    /// <summary>Its skills, and what can be told from a prompt alone.</summary>
    public static ProceduralBenchmark Benchmark { get; } = new(
        Name,
        MathPrompts.ShortProblems,
        [
            new AddThreeDigit(), new SubtractThreeDigit(), new MultiplyByDigit(), new DivideByDigit(), new Remainder(), new OrderOfOperations(),
            new Mean(), new AddFractions(), new RoundNumber(), new Percent(),
            new CompareNumbers(), new LargestOfThree(),
            new RomanNumeral(), new NumberFromWords(), new AddBinary(),
            new ShiftWeekday(), new ShiftDate(), new AddToClock(),
            new ReverseLetters(), new SortDigits(), new CountLetter(),
            new NextInSequence(), new SolveEquation(), new WordProblem(),
        ]);

    /// <summary>What a base student is trained on.</summary>
    /// <param name="seed">Same seed, same corpus.</param>
    public static ProceduralCorpus Corpus(ulong seed) => new(
        Benchmark,
        [
            "add-three-digit", "divide-by-digit", "order-of-operations", "add-fractions", "round-number", "compare-numbers", "largest-of-three",
            "roman-numeral", "number-from-words", "add-to-clock", "reverse-letters", "word-problem",
        ],
        40,
        problem => MathDomain.ShortProblems.FormatExample(problem.Prompt, problem.Solution, problem.Answer),
        seed);

    /// <inheritdoc cref="ProceduralBenchmark.Skills"/>
    public static IReadOnlyList<ProceduralSkill> Skills => Benchmark.Skills;

    /// <inheritdoc cref="ProceduralBenchmark.Find"/>
    public static ProceduralSkill Find(string skill) => Benchmark.Find(skill);

    /// <inheritdoc cref="ProceduralBenchmark.Recognize"/>
    public static (ProceduralSkill Skill, int Level)? Recognize(string prompt) => Benchmark.Recognize(prompt);

    /// <inheritdoc cref="ProceduralBenchmark.Solve"/>
    public static Problem? Solve(string prompt) => Benchmark.Solve(prompt);

    /// <inheritdoc cref="ProceduralSkill.GenerateTraining"/>
    public static Problem GenerateTraining(Rng rng, ProceduralSkill skill, int level) => skill.GenerateTraining(rng, level);
}
