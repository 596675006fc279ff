namespace DataEnvGym.Core.Policies;

/// <summary>Weight = max(floor, 1 − accuracy) ^ exponent.</summary>
/// <param name="exponent">Above 1 favours the weakest more than in proportion.</param>
/// <param name="floor">Least error rate that a skill counts with, 0..1.</param>
public sealed class ErrorProportionalPolicy(double exponent, double floor) : IPolicy
{
    /// <inheritdoc/>
    public string Name => "error-proportional";

    /// <inheritdoc/>
    public Allotment Weigh(PolicyView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return new(view.Accuracies().Select(accuracy => Math.Pow(Math.Max(floor, 1 - accuracy), exponent)));
    }
}
