using DataEnvGym.Core;
using DataEnvGym.Core.Tasks;

namespace DataEnvGym.Domains.Procedural;

/// <summary>A skill whose problems are made, recognised and solved by rule.</summary>
public abstract class ProceduralSkill
{
    /// <summary>Number of difficulty levels of every skill.</summary>
    public const int Levels = 3;

    // Seven in ten keys are open to training, so that a thousand draws in vain mean a broken skill, not bad luck.
    private const int MaxDraws = 1_000;

    private protected ProceduralSkill(string name, string description, IReadOnlyList<string> levelNames)
    {
        if (levelNames.Count != Levels)
        {
            throw new ArgumentException($"{name} names {levelNames.Count} levels; a skill has {Levels}.", nameof(levelNames));
        }

        Name = name;
        Description = description;
        LevelNames = levelNames;
    }

    /// <summary>The skill's name in kebab case, such as <c>add-three-digit</c>.</summary>
    public string Name { get; }

    /// <summary>One sentence about what the student is asked, with an example of the prompt.</summary>
    public string Description { get; }

    /// <summary>What each level is about, easiest first; <see cref="Levels"/> entries, unique in the skill.</summary>
    public IReadOnlyList<string> LevelNames { get; }

    /// <summary>Makes a problem, from any region of the key space.</summary>
    /// <param name="rng">Where the numbers come from.</param>
    /// <param name="level">1 (easiest) to <see cref="Levels"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such level.</exception>
    public abstract Problem Generate(Rng rng, int level);

    /// <summary>Solves a prompt of this skill.</summary>
    /// <param name="prompt">The prompt exactly as <see cref="Generate"/> writes it.</param>
    /// <returns>The problem, or nothing when the prompt is not one that this skill makes.</returns>
    public abstract Problem? Solve(string prompt);

    /// <summary>Makes a problem for training: never one of an examined split.</summary>
    /// <param name="rng">Where the numbers come from.</param>
    /// <param name="level">1 (easiest) to <see cref="Levels"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such level.</exception>
    public Problem GenerateTraining(Rng rng, int level)
    {
        for (var draw = 0; draw < MaxDraws; draw++)
        {
            var problem = Generate(rng, level);
            if (SplitAssigner.SplitOf(problem) == Split.Train)
            {
                return problem;
            }
        }

        throw new InvalidOperationException($"{Name}, level {level}, made no problem of the training region in {MaxDraws} draws.");
    }
}
