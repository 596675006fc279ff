namespace DataEnvGym.Core.Policies;

/// <summary>
/// UCB1 (Auer, Cesa-Bianchi and Fischer 2002) over gain per example. The budget is dealt out in lots, ten for each skill there is, each to the skill with the
/// highest r / max r + exploration · √(2 ln N / n), where r is what an example of the skill gained, n its lots so far and N all lots. Lots that were just
/// dealt count among n and N and leave r as it is (Desautels, Krause and Burdick 2014). A skill without a lot comes first, one of which nothing was seen yet
/// counts as the best, and among equals it is the earlier one's turn.
/// </summary>
/// <param name="exploration">At least 0; 1 is the original.</param>
/// <param name="discount">See <see cref="PolicySpec.Discount"/>.</param>
public sealed class Ucb1Policy(double exploration, double discount) : IPolicy
{
    private const int LotsPerSkill = 10;

    /// <inheritdoc/>
    public string Name => "ucb1";

    /// <inheritdoc/>
    public Allotment Weigh(PolicyView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        var evidence = Evidence.Of(view, discount);
        var best = evidence.Max(skill => skill.Rate);
        var means = evidence.Select(skill => skill.Examples == 0 ? 1 : best > 0 ? skill.Rate / best : 0).ToArray();

        var lots = Math.Min(view.Budget, LotsPerSkill * view.Skills.Count);
        var size = (double)view.Budget / lots;
        var tried = evidence.Select(skill => skill.Examples / size).ToArray();
        var dealt = new double[tried.Length];
        var all = tried.Sum();
        for (var lot = 0; lot < lots; lot++, all++)
        {
            var bound = 2 * Math.Log(Math.Max(1, all));
            var next = Enumerable.Range(0, tried.Length).MaxBy(i => tried[i] > 0 ? means[i] + (exploration * Math.Sqrt(bound / tried[i])) : double.PositiveInfinity);
            tried[next]++;
            dealt[next]++;
        }

        return new(dealt);
    }
}
