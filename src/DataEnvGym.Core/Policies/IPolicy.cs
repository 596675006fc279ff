using DataEnvGym.Core.Agents;

namespace DataEnvGym.Core.Policies;

/// <summary>Decides how much of a budget each skill deserves. Pure.</summary>
public interface IPolicy
{
    /// <summary>The policy's name, as in a spec.</summary>
    string Name { get; }

    /// <summary>One weight per standing, each at least 0, in the same order; only their ratios count.</summary>
    IReadOnlyList<double> Weigh(IReadOnlyList<SkillStanding> standings);
}
