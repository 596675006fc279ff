using System.Text.RegularExpressions;
using DataEnvGym.Core;

namespace DataEnvGym.Domains.Procedural;

/// <summary>
/// The shape that all skills share. A skill says how to draw a problem's content, how to read it back from a prompt, how hard it is and how it is
/// written out; making, recognising and solving follow from these.
/// </summary>
/// <typeparam name="T">A problem's content, such as the two numbers of a sum.</typeparam>
internal abstract class SkillOf<T>(string name, string description, IReadOnlyList<string> levelNames, string pattern)
    : ProceduralSkill(name, description, levelNames)
    where T : struct
{
    // Far above the chance of any level under its own draw: reaching it means that a skill draws what it does not count as its own.
    private const int MaxDraws = 10_000;

    private const int MaxPromptLength = 120;

    private readonly Regex pattern = new($"^{pattern}$", RegexOptions.CultureInvariant);

    public sealed override Problem Generate(Rng rng, int level)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(level, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(level, Levels);
        for (var draw = 0; draw < MaxDraws; draw++)
        {
            var content = Draw(rng, level);
            if (LevelOf(content) == level)
            {
                return ToProblem(content, level);
            }
        }

        throw new InvalidOperationException($"{Name} drew no problem of level {level} in {MaxDraws} tries.");
    }

    public sealed override Problem? Solve(string prompt)
    {
        if (prompt.Length > MaxPromptLength || pattern.Match(prompt) is not { Success: true } match || Read(match) is not { } content)
        {
            return null;
        }

        var level = LevelOf(content);
        if (level == 0)
        {
            return null;
        }

        // A prompt that is not written back the same, such as one with leading zeros, is none that this skill makes.
        var problem = ToProblem(content, level);
        return problem.Prompt == prompt ? problem : null;
    }

    /// <summary>Draws content that is likely of the level; what is not is drawn again.</summary>
    protected abstract T Draw(Rng rng, int level);

    /// <summary>The content of a prompt that fits the pattern, or nothing where its parts make no sense together.</summary>
    protected abstract T? Read(Match match);

    /// <summary>The level of content, or 0 where the skill has no such problem.</summary>
    protected abstract int LevelOf(T content);

    /// <summary>Writes content out.</summary>
    protected abstract Written Write(T content);

    private Problem ToProblem(T content, int level)
    {
        var (prompt, solution, answer, key, check) = Write(content);
        return new Problem(this, level, prompt, solution, answer, key) { Check = check };
    }
}

/// <summary>The texts of a <see cref="Problem"/>.</summary>
internal readonly record struct Written(string Prompt, string Solution, string Answer, string Key, string? Check = null);
