namespace DataEnvGym.Core.Policies;

/// <summary>
/// UCB1 (Auer, Cesa-Bianchi and Fischer 2002) over gain per example. The budget is dealt out in lots, ten for each skill there is, each to the skill with the
/// highest r / max r + exploration · √(2 ln N / n), where n is the skill's lots so far, N all lots and r the gain to expect of an example: the part of
/// the missing accuracy that the skill's examples closed so far, times what is missing now. Lots that were just dealt count among n and N and leave r as it is
/// (Desautels, Krause and Burdick 2014). A skill without a lot comes first, one of which nothing was seen yet counts with the best part, and among equals it is
/// the earlier one's turn.
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
        var means = Means(evidence);
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

    private static double[] Means(IReadOnlyList<Evidence> evidence)
    {
        var rates = evidence.Where(skill => skill.Examples > 0).Select(skill => skill.Closed / skill.Examples).DefaultIfEmpty(1).ToList();
        var gains = evidence.Select(skill => skill.Missing * (skill.Examples > 0 ? skill.Closed / skill.Examples : rates.Max())).ToArray();
        var best = gains.Max();
        return [.. gains.Select(gain => best > 0 ? gain / best : 0)];
    }
}
