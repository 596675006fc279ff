using DataEnvGym.Core.Statistics;

namespace DataEnvGym.Core.Policies;

/// <summary>
/// Thompson sampling (Thompson 1933; Agrawal and Goyal 2012) over gain per example. An example counts as a success if it closed a hundredth of the
/// accuracy that was missing: with n examples that closed g hundredths, at most n, a skill's rate has the distribution Beta(1 + g, 1 + n − g). A skill's share is
/// the part of many draws in which its rate, times what is missing now, is the highest, which is also its propensity. All get the same if nothing is missing.
/// </summary>
/// <param name="discount">See <see cref="PolicySpec.Discount"/>.</param>
public sealed class ThompsonPolicy(double discount) : IPolicy
{
    private const int Draws = 1000;

    /// <inheritdoc/>
    public string Name => "thompson";

    /// <inheritdoc/>
    public Allotment Weigh(PolicyView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        var evidence = Evidence.Of(view, discount);
        var wins = new double[evidence.Count];
        var gains = new double[evidence.Count];
        for (var draw = 0; draw < Draws; draw++)
        {
            for (var i = 0; i < gains.Length; i++)
            {
                var (examples, closed, missing) = (evidence[i].Examples, Math.Min(evidence[i].Closed, evidence[i].Examples), evidence[i].Missing);
                gains[i] = missing * Beta.Draw(1 + closed, 1 + examples - closed, view.Rng);
            }

            var best = gains.Max();
            wins[Array.IndexOf(gains, best)] += best > 0 ? 1 : 0;
        }

        return new(wins);
    }
}
