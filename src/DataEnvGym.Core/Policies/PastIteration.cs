using DataEnvGym.Core.Agents;
using DataEnvGym.Core.Episodes;

namespace DataEnvGym.Core.Policies;

/// <summary>An earlier iteration, as a policy that looks back sees it.</summary>
/// <param name="Iteration">1-based.</param>
/// <param name="Skills">The student's standing per skill before it.</param>
/// <param name="Examples">Skill → examples that it was trained on; a skill without any is left out.</param>
public sealed record PastIteration(int Iteration, IReadOnlyList<SkillStanding> Skills, IReadOnlyDictionary<string, int> Examples)
{
    /// <summary>An iteration and the examples that the student was trained on.</summary>
    public static PastIteration Of(int iteration, IReadOnlyList<SkillStanding> skills, IEnumerable<Example> examples) => new(
        iteration,
        skills,
        new SortedDictionary<string, int>(
            examples.Select(example => example.Skill).OfType<string>().CountBy(skill => skill, StringComparer.Ordinal).ToDictionary(), StringComparer.Ordinal));

    /// <summary>Examples of a skill that the student was trained on.</summary>
    public int ExamplesOf(string skill) => Examples.GetValueOrDefault(skill);
}
