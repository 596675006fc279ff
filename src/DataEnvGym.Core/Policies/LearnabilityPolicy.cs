namespace DataEnvGym.Core.Policies;

/// <summary>
/// The skills whose accuracy lies in a band get the same, the others nothing: what is always wrong is too hard yet and what is always right is known. If
/// none lies in the band, all get the same. The band of 25 % to 75 % is that of SwS (Liang et al. 2025, arXiv 2506.08989).
/// </summary>
/// <param name="low">Least accuracy, 0..1, itself in the band.</param>
/// <param name="high">Highest accuracy, 0..1, itself in the band.</param>
public sealed class LearnabilityPolicy(double low, double high) : IPolicy
{
    /// <inheritdoc/>
    public string Name => "learnability";

    /// <inheritdoc/>
    public Allotment Weigh(PolicyView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return new(view.Accuracies().Select(accuracy => accuracy >= low && accuracy <= high ? 1.0 : 0));
    }
}
