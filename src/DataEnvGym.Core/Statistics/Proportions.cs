namespace DataEnvGym.Core.Statistics;

/// <summary>Intervals for shares of right answers.</summary>
public static class Proportions
{
    /// <summary>Standard normal quantile for a two-sided 95 % interval.</summary>
    private const double Z = 1.959963984540054;

    /// <summary>Wilson's score interval (Wilson 1927; recommended by Brown, Cai and DasGupta 2001).</summary>
    /// <param name="successes">0 … <paramref name="trials"/>.</param>
    /// <param name="trials">0 gives the interval 0 … 1.</param>
    public static Interval Wilson(int successes, int trials) => Wilson(successes, trials, Z);

    private static Interval Wilson(int successes, int trials, double z)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(successes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(successes, trials);
        if (trials == 0)
        {
            return new(0, 0, 1);
        }

        var p = (double)successes / trials;
        var centre = p + (z * z / (2 * trials));
        var half = z * Math.Sqrt((p * (1 - p) / trials) + (z * z / (4.0 * trials * trials)));
        var scale = 1 + (z * z / trials);
        return new(p, Math.Max(0, (centre - half) / scale), Math.Min(1, (centre + half) / scale));
    }

    /// <summary>
    /// Interval for the difference of two shares measured on the same items, after − before: Newcombe's square-and-add of Wilson
    /// intervals with the correction for correlation (Newcombe 1998, Statistics in Medicine 17:2635, method 10).
    /// </summary>
    /// <param name="table">How the pairs came out.</param>
    public static Interval PairedDifference(PairTable table) => PairedDifferenceAt(table, Z);

    /// <summary>The same at another confidence than 95 %.</summary>
    /// <param name="table">How the pairs came out.</param>
    /// <param name="confidence">Above 0, at most 0.9999.</param>
    public static Interval PairedDifference(PairTable table, double confidence) => PairedDifferenceAt(table, Normal.TwoSided(confidence));

    private static Interval PairedDifferenceAt(PairTable table, double z)
    {
        ArgumentNullException.ThrowIfNull(table);
        var n = table.Total;
        if (n == 0)
        {
            return new(0, -1, 1);
        }

        var (a, b, c, d) = ((double)table.Both, (double)table.OnlyAfter, (double)table.OnlyBefore, (double)table.Neither);
        var after = Wilson(table.Both + table.OnlyAfter, n, z);
        var before = Wilson(table.Both + table.OnlyBefore, n, z);
        var margins = (a + b) * (c + d) * (a + c) * (b + d);
        var numerator = (a * d) - (b * c);
        var corrected = numerator > 0 ? Math.Max(numerator - (n / 2.0), 0) : numerator;
        var phi = margins == 0 ? 0 : corrected / Math.Sqrt(margins);
        var difference = after.Value - before.Value;
        return new(
            difference,
            difference - Spread(after.Value - after.Low, before.High - before.Value, phi),
            difference + Spread(after.High - after.Value, before.Value - before.Low, phi));
    }

    private static double Spread(double x, double y, double phi) => Math.Sqrt(Math.Max(0, (x * x) - (2 * phi * x * y) + (y * y)));
}
