using DataEnvGym.Core;
using DataEnvGym.Core.Tasks;
using DataEnvGym.Domains.Mathematics.Procedural.Skills;

namespace DataEnvGym.Domains.Mathematics.Procedural;

/// <summary>The skills of the procedural math benchmark, and what can be told from a prompt alone.</summary>
public static class ProceduralMath
{
    /// <summary>The benchmark's name. What its items are is fixed: a change to a skill's prompts or solutions needs another name.</summary>
    public const string Name = "procedural-math";

    // Seven in ten keys are open to training, so that a thousand draws in vain mean a broken skill, not bad luck.
    private const int MaxDraws = 1_000;

    /// <summary>All skills, in a fixed order, those of one theme side by side.</summary>
    public static IReadOnlyList<ProceduralSkill> Skills { get; } =
    [
        new AddThreeDigit(), new SubtractThreeDigit(), new MultiplyByDigit(), new DivideByDigit(), new Remainder(), new OrderOfOperations(),
        new Mean(), new AddFractions(), new RoundNumber(), new Percent(),
        new CompareNumbers(), new LargestOfThree(),
        new RomanNumeral(), new NumberFromWords(), new AddBinary(),
        new ShiftWeekday(), new ShiftDate(), new AddToClock(),
        new ReverseLetters(), new SortDigits(), new CountLetter(),
        new NextInSequence(), new SolveEquation(), new WordProblem(),
    ];

    /// <summary>The skill of a name.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public static ProceduralSkill Find(string skill) =>
        Skills.FirstOrDefault(s => s.Name == skill)
        ?? throw new KeyNotFoundException($"\"{skill}\" is no skill of {Name}; its skills are {string.Join(", ", Skills.Select(s => s.Name))}.");

    /// <summary>Tells which skill and level a prompt belongs to, from its text alone.</summary>
    /// <param name="prompt">Any text; white space at its ends does not matter.</param>
    /// <returns>The skill and the level (1 to 3), or nothing when no skill makes such a prompt.</returns>
    public static (ProceduralSkill Skill, int Level)? Recognize(string prompt) =>
        Solve(prompt) is { } problem ? (problem.Skill, problem.Level) : null;

    /// <summary>Works a prompt out.</summary>
    /// <param name="prompt">Any text; white space at its ends does not matter.</param>
    /// <returns>The problem with solution and answer, or nothing when no skill makes such a prompt.</returns>
    public static Problem? Solve(string prompt)
    {
        var trimmed = prompt.Trim();
        foreach (var skill in Skills)
        {
            if (skill.Solve(trimmed) is { } problem)
            {
                return problem;
            }
        }

        return null;
    }

    /// <summary>Makes a problem for training: never one of an examined split.</summary>
    /// <param name="rng">Where the numbers come from.</param>
    /// <param name="skill">Which skill.</param>
    /// <param name="level">1 (easiest) to 3.</param>
    public static Problem GenerateTraining(Rng rng, ProceduralSkill skill, int level)
    {
        for (var draw = 0; draw < MaxDraws; draw++)
        {
            var problem = skill.Generate(rng, level);
            if (SplitAssigner.SplitOf(problem) == Split.Train)
            {
                return problem;
            }
        }

        throw new InvalidOperationException($"{skill.Name}, level {level}, made no problem of the training region in {MaxDraws} draws.");
    }
}
