namespace DataEnvGym.Core.Policies;

/// <summary>Decides how much of a budget each skill deserves. Pure: all its randomness comes from the view.</summary>
public interface IPolicy
{
    /// <summary>The policy's name, as in a spec.</summary>
    string Name { get; }

    /// <summary>Weighs the skills of a view, of which there is at least one.</summary>
    Allotment Weigh(PolicyView view);
}
