namespace DataEnvGym.Core.Policies;

/// <summary>The skills whose accuracy is below a threshold get the same, the others nothing; if there is none below it, all get the same.</summary>
/// <param name="threshold">An accuracy, 0..1.</param>
public sealed class ThresholdPolicy(double threshold) : IPolicy
{
    /// <inheritdoc/>
    public string Name => "threshold";

    /// <inheritdoc/>
    public Allotment Weigh(PolicyView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return new(view.Accuracies().Select(accuracy => accuracy < threshold ? 1.0 : 0));
    }
}
