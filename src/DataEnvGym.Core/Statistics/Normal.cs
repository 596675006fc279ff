namespace DataEnvGym.Core.Statistics;

/// <summary>The standard normal distribution.</summary>
internal static class Normal
{
    // Highest power first.
    private static readonly double[] CentreNumerator =
    [
        2509.0809287301226727, 33430.575583588128105, 67265.770927008700853, 45921.953931549871457,
        13731.693765509461125, 1971.5909503065514427, 133.14166789178437745, 3.3871328727963666080,
    ];

    private static readonly double[] CentreDenominator =
    [
        5226.4952788528545610, 28729.085735721942674, 39307.895800092710610, 21213.794301586595867,
        5394.1960214247511077, 687.18700749205790830, 42.313330701600911252, 1,
    ];

    private static readonly double[] TailNumerator =
    [
        7.74545014278341407640e-4, 2.27238449892691845833e-2, 2.41780725177450611770e-1, 1.27045825245236838258,
        3.64784832476320460504, 5.76949722146069140550, 4.63033784615654529590, 1.42343711074968357734,
    ];

    private static readonly double[] TailDenominator =
    [
        1.05075007164441684324e-9, 5.47593808499534494600e-4, 1.51986665636164571966e-2, 1.48103976427480074590e-1,
        6.89767334985100004550e-1, 1.67638483018380384940, 2.05319162663775882187, 1,
    ];

    /// <summary>The z for which the interval ± z holds a share <paramref name="confidence"/> of the distribution.</summary>
    /// <param name="confidence">Above 0, at most 0.9999.</param>
    public static double TwoSided(double confidence)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(confidence);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(confidence, 0.9999);
        return Upper(0.5 + (confidence / 2));
    }

    // Algorithm AS 241, PPND16 (Wichura 1988), for the half above the median; its third branch starts at a tail of 1e-11.
    private static double Upper(double p)
    {
        var q = p - 0.5;
        if (q <= 0.425)
        {
            var central = 0.180625 - (q * q);
            return q * Polynomial(CentreNumerator, central) / Polynomial(CentreDenominator, central);
        }

        var tail = Math.Sqrt(-Math.Log(1 - p)) - 1.6;
        return Polynomial(TailNumerator, tail) / Polynomial(TailDenominator, tail);
    }

    private static double Polynomial(double[] coefficients, double x)
    {
        var value = 0.0;
        foreach (var coefficient in coefficients)
        {
            value = (value * x) + coefficient;
        }

        return value;
    }
}
