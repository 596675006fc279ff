namespace DataEnvGym.Core.Statistics;

/// <summary>Draws from Beta distributions.</summary>
internal static class Beta
{
    /// <summary>A draw from Beta(<paramref name="a"/>, <paramref name="b"/>), as the share of one gamma variate in the sum of two.</summary>
    /// <param name="a">At least 1.</param>
    /// <param name="b">At least 1.</param>
    /// <param name="rng">Where its randomness comes from.</param>
    public static double Draw(double a, double b, Rng rng)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(a, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(b, 1);
        var first = Gamma(a, rng);
        return first / (first + Gamma(b, rng));
    }

    // The method of Marsaglia and Tsang (2000), for shapes of 1 and more.
    private static double Gamma(double shape, Rng rng)
    {
        var d = shape - (1.0 / 3);
        var c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            var x = Standard(rng);
            var v = Math.Pow(1 + (c * x), 3);
            if (v > 0 && Math.Log(1 - rng.NextDouble()) < (0.5 * x * x) + d - (d * v) + (d * Math.Log(v)))
            {
                return d * v;
            }
        }
    }

    // Box and Muller (1958).
    private static double Standard(Rng rng) => Math.Sqrt(-2 * Math.Log(1 - rng.NextDouble())) * Math.Cos(2 * Math.PI * rng.NextDouble());
}
