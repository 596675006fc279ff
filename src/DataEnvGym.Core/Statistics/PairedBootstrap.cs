namespace DataEnvGym.Core.Statistics;

/// <summary>Percentile bootstrap for paired differences (Efron and Tibshirani 1993, chapter 13).</summary>
public static class PairedBootstrap
{
    /// <summary>Resamples taken when a caller does not say.</summary>
    public const int DefaultResamples = 10_000;

    /// <summary>95 % interval of the mean of <paramref name="differences"/>, one per item.</summary>
    /// <param name="differences">After − before, item by item; at least one.</param>
    /// <param name="rng">Source of the resampling.</param>
    /// <param name="resamples">Number of resamples, at least 100.</param>
    public static Interval MeanDifference(IReadOnlyList<double> differences, Rng rng, int resamples = DefaultResamples)
    {
        ArgumentNullException.ThrowIfNull(differences);
        ArgumentNullException.ThrowIfNull(rng);
        ArgumentOutOfRangeException.ThrowIfZero(differences.Count);
        ArgumentOutOfRangeException.ThrowIfLessThan(resamples, 100);
        var values = differences as double[] ?? [.. differences];
        var means = new double[resamples];
        for (var r = 0; r < resamples; r++)
        {
            var sum = 0.0;
            for (var i = 0; i < values.Length; i++)
            {
                sum += values[rng.Next(values.Length)];
            }

            means[r] = sum / values.Length;
        }

        Array.Sort(means);
        return new(values.Average(), Quantile(means, 0.025), Quantile(means, 0.975));
    }

    private static double Quantile(double[] sorted, double q)
    {
        var position = q * (sorted.Length - 1);
        var below = (int)position;
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((position - below) * (sorted[above] - sorted[below]));
    }
}
