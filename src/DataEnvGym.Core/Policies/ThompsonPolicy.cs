using DataEnvGym.Core.Statistics;

namespace DataEnvGym.Core.Policies;

/// <summary>
/// Thompson sampling (Thompson 1933; Agrawal and Goyal 2012) over gain per example. An example counts as a success if it gained a point of accuracy: with n
/// examples and g points gained, at most n, a skill's rate has the distribution Beta(1 + g, 1 + n − g). A skill's share is the part of many draws in which
/// its rate is the highest, which is also its propensity.
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
        var rates = new double[evidence.Count];
        for (var draw = 0; draw < Draws; draw++)
        {
            for (var i = 0; i < rates.Length; i++)
            {
                var gained = Math.Min(evidence[i].Points, evidence[i].Examples);
                rates[i] = Beta.Draw(1 + gained, 1 + evidence[i].Examples - gained, view.Rng);
            }

            wins[Array.IndexOf(rates, rates.Max())]++;
        }

        return new(wins);
    }
}
