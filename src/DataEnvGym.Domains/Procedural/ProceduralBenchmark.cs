using DataEnvGym.Core.Agents;

namespace DataEnvGym.Domains.Procedural;

/// <summary>A benchmark whose items are made by rule: its skills, and what can be told from a prompt alone.</summary>
/// <param name="name">The benchmark's name. What its items are is fixed: a change to a skill's prompts or solutions needs another name.</param>
/// <param name="prompts">The words with which teachers are asked about it.</param>
/// <param name="skills">All skills, in a fixed order, those of one theme side by side.</param>
public sealed class ProceduralBenchmark(string name, PromptSet prompts, IReadOnlyList<ProceduralSkill> skills)
{
    /// <summary>The benchmark's name, such as <c>procedural-math</c>.</summary>
    public string Name => name;

    /// <summary>The words with which teachers are asked about it.</summary>
    public PromptSet Prompts => prompts;

    /// <summary>All skills, in a fixed order.</summary>
    public IReadOnlyList<ProceduralSkill> Skills => skills;

    /// <summary>The skill of a name.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public ProceduralSkill Find(string skill) =>
        Skills.FirstOrDefault(s => s.Name == skill)
        ?? throw new KeyNotFoundException($"\"{skill}\" is no skill of {Name}; its skills are {string.Join(", ", Skills.Select(s => s.Name))}.");

    /// <summary>Tells which skill and level a prompt belongs to, from its text alone.</summary>
    /// <param name="prompt">Any text; white space at its ends does not matter.</param>
    /// <returns>The skill and the level (1 to 3), or nothing when no skill makes such a prompt.</returns>
    public (ProceduralSkill Skill, int Level)? Recognize(string prompt) => Solve(prompt) is { } problem ? (problem.Skill, problem.Level) : null;

    /// <summary>Works a prompt out.</summary>
    /// <param name="prompt">Any text; white space at its ends does not matter.</param>
    /// <returns>The problem with solution and answer, or nothing when no skill makes such a prompt.</returns>
    public Problem? Solve(string prompt)
    {
        var trimmed = prompt.Trim();
        return Skills.Select(skill => skill.Solve(trimmed)).FirstOrDefault(problem => problem is not null);
    }
}
