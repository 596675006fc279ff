namespace DataEnvGym.Core.Policies;

/// <summary>Every skill gets the same.</summary>
public sealed class UniformPolicy : IPolicy
{
    /// <inheritdoc/>
    public string Name => "uniform";

    /// <inheritdoc/>
    public Allotment Weigh(PolicyView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return new(view.Skills.Select(_ => 1.0));
    }
}
