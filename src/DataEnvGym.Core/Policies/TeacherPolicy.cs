namespace DataEnvGym.Core.Policies;

/// <summary>Weight = the share that the planner teacher gives a skill. The policy of DataEnvGym (arXiv 2410.06215) that is a language model.</summary>
/// <param name="fallback">Decides where there is no advice, so that a teacher's bad answer costs no iteration.</param>
public sealed class TeacherPolicy(IPolicy fallback) : IPolicy
{
    /// <inheritdoc/>
    public string Name => "teacher";

    /// <inheritdoc/>
    public Allotment Weigh(PolicyView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return view.Advice is { } advice ? new(view.Skills.Select(skill => advice.Shares.GetValueOrDefault(skill.Skill))) : fallback.Weigh(view);
    }
}
