namespace DataEnvGym.Core.Policies;

/// <summary>
/// Shares are drawn so that every way to divide the budget is equally probable: a flat Dirichlet distribution, as normalised exponential variates
/// (Devroye 1986, chapter XI).
/// </summary>
public sealed class RandomPolicy : IPolicy
{
    /// <inheritdoc/>
    public string Name => "random";

    /// <inheritdoc/>
    public Allotment Weigh(PolicyView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return new([.. view.Skills.Select(_ => -Math.Log(1 - view.Rng.NextDouble()))], [.. view.Skills.Select(_ => 1.0)]);
    }
}
