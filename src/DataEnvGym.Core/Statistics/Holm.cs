namespace DataEnvGym.Core.Statistics;

/// <summary>Corrects p-values for how many comparisons were made.</summary>
public static class Holm
{
    /// <summary>
    /// Adjusted p-values of Holm's step-down procedure (Holm 1979, Scandinavian Journal of Statistics 6:65; in this form Wright 1992): those below α are the
    /// hypotheses that it rejects, and the chance of rejecting any true one is at most α, whatever the dependence between the tests.
    /// </summary>
    /// <param name="ps">The p-values, each in 0..1; none gives none.</param>
    /// <returns>One for each, in the same order, in 0..1 and never below the p-value itself.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A value is not in 0..1.</exception>
    public static IReadOnlyList<double> Adjust(IReadOnlyList<double> ps)
    {
        ArgumentNullException.ThrowIfNull(ps);
        var adjusted = new double[ps.Count];
        var highest = 0.0;
        foreach (var (rank, index) in Enumerable.Range(0, ps.Count).OrderBy(i => ps[i]).Index())
        {
            if (!(ps[index] is >= 0 and <= 1))
            {
                throw new ArgumentOutOfRangeException(nameof(ps), ps[index], "A p-value lies in 0..1.");
            }

            highest = Math.Max(highest, Math.Min(1, (ps.Count - rank) * ps[index]));
            adjusted[index] = highest;
        }

        return adjusted;
    }
}
