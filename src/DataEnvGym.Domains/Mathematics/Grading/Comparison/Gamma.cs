using System.Numerics;

namespace DataEnvGym.Domains.Mathematics.Grading.Comparison;

/// <summary>Factorials of numbers between the integers, by the gamma function (Lanczos's approximation with g = 7 and nine terms).</summary>
internal static class Gamma
{
    private const double RelativeError = 1e-13;

    private static readonly double[] Terms =
    [
        0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6,
        1.5056327351493116e-7,
    ];

    /// <summary>x!, for real x.</summary>
    public static Approximate Factorial(Approximate x)
    {
        if (!x.IsReal || x.Value.Real is < -100 or > 170)
        {
            return Approximate.Undefined;
        }

        var value = Of(x.Value.Real + 1);
        var slope = Math.Abs(value) * (1 + Math.Log(2 + Math.Abs(x.Value.Real)));
        return double.IsFinite(value) ? new(new Complex(value, 0), slope * x.Error + RelativeError * Math.Abs(value)) : Approximate.Undefined;
    }

    private static double Of(double x)
    {
        if (x < 0.5)
        {
            var sine = Math.Sin(Math.PI * x);
            return Math.Abs(sine) < 1e-9 ? double.NaN : Math.PI / (sine * Of(1 - x));
        }

        x -= 1;
        var sum = Terms[0];
        for (var i = 1; i < Terms.Length; i++)
        {
            sum += Terms[i] / (x + i);
        }

        // In two halves, for the whole power leaves the range of doubles long before the factorial does.
        var t = x + 7.5;
        var half = Math.Pow(t, (x + 0.5) / 2);
        return Math.Sqrt(2 * Math.PI) * half * Math.Exp(-t) * half * sum;
    }
}
