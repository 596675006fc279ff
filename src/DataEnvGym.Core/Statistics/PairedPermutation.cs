using System.Numerics;

namespace DataEnvGym.Core.Statistics;

/// <summary>Fisher's randomization test for paired differences (Fisher 1935, The Design of Experiments, section 21).</summary>
public static class PairedPermutation
{
    /// <summary>Sign patterns drawn when a caller does not say.</summary>
    public const int DefaultResamples = 10_000;

    private const int MostExact = 20;

    /// <summary>
    /// Two-sided p-value of the mean: if nothing but chance tells the two sides of each pair apart, every difference could as well have had the other sign. All patterns of
    /// signs are counted for up to 20 differences other than 0; beyond that patterns are drawn, and p is (1 + as far from 0) / (1 + drawn), which is never 0 (Phipson and Smyth 2010).
    /// </summary>
    /// <param name="differences">One per pair.</param>
    /// <param name="rng">Source of the patterns where they are drawn.</param>
    /// <param name="resamples">Patterns drawn, at least 100.</param>
    public static double P(IReadOnlyList<double> differences, Rng rng, int resamples = DefaultResamples)
    {
        ArgumentNullException.ThrowIfNull(differences);
        ArgumentNullException.ThrowIfNull(rng);
        ArgumentOutOfRangeException.ThrowIfLessThan(resamples, 100);

        // A difference of 0 has no sign. What is as far from 0 as the data must count in spite of rounding.
        var values = differences.Where(value => value != 0).ToArray();
        var observed = Math.Abs(values.Sum()) - (1e-9 * values.Sum(Math.Abs));
        return values.Length <= MostExact ? Exact(values, observed) : Drawn(values, observed, rng, resamples);
    }

    // In Gray's order one sign changes at a time, so that each pattern costs one addition.
    private static double Exact(double[] values, double observed)
    {
        var patterns = 1 << values.Length;
        var sum = values.Sum();
        var asFar = Math.Abs(sum) >= observed ? 1 : 0;
        var signs = Enumerable.Repeat(1, values.Length).ToArray();
        for (var pattern = 1; pattern < patterns; pattern++)
        {
            var turned = BitOperations.TrailingZeroCount(pattern);
            sum -= 2 * signs[turned] * values[turned];
            signs[turned] = -signs[turned];
            asFar += Math.Abs(sum) >= observed ? 1 : 0;
        }

        return (double)asFar / patterns;
    }

    private static double Drawn(double[] values, double observed, Rng rng, int resamples)
    {
        var asFar = 0;
        for (var r = 0; r < resamples; r++)
        {
            var sum = 0.0;
            foreach (var value in values)
            {
                sum += rng.Next(2) == 0 ? value : -value;
            }

            asFar += Math.Abs(sum) >= observed ? 1 : 0;
        }

        return (1.0 + asFar) / (1 + resamples);
    }
}
