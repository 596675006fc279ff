using DataEnvGym.Core.Agents;

namespace DataEnvGym.Core.Policies;

/// <summary>An earlier iteration, as a policy that looks back sees it.</summary>
/// <param name="Iteration">1-based.</param>
/// <param name="Skills">The student's standing per skill before it.</param>
/// <param name="Examples">Skill → examples that it was trained on; a skill without any is left out.</param>
public sealed record PastIteration(int Iteration, IReadOnlyList<SkillStanding> Skills, IReadOnlyDictionary<string, int> Examples)
{
    /// <summary>Examples of a skill that the student was trained on.</summary>
    public int ExamplesOf(string skill) => Examples.GetValueOrDefault(skill);
}
