using DataEnvGym.Core.Skills.Trees;
using DataEnvGym.Core.Workflows;

namespace DataEnvGym.Core.Policies;

/// <summary>Weight = 1 for the skills that it was told, else 0: what could be had by someone who knows what the student lacks.</summary>
/// <param name="skills">Names of skills, at least one. In a tree each stands for all of its parts.</param>
public sealed class OraclePolicy(IReadOnlyList<string> skills) : IPolicy
{
    /// <inheritdoc/>
    public string Name => "oracle";

    /// <inheritdoc/>
    /// <exception cref="PermanentException">None of its skills is there.</exception>
    public Allotment Weigh(PolicyView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        double[] weights = [.. view.Skills.Select(skill => skills.Any(named => TreePath.IsWithin(skill.Skill.ToLowerInvariant(), named.ToLowerInvariant())) ? 1.0 : 0)];
        return weights.Any(weight => weight > 0)
            ? new(weights)
            : throw new PermanentException(
                $"agent.policy.skills: none of {string.Join(", ", skills)} is a skill of this run; name some of {string.Join(", ", view.Skills.Select(skill => skill.Skill))}.");
    }
}
