using System.Numerics;

namespace DataEnvGym.Domains.Mathematics.Grading.Comparison;

/// <summary>A complex number with a bound of how far rounding may have carried it from the true value (running error analysis: Higham, Accuracy and Stability, §3.3).</summary>
internal readonly record struct Approximate(Complex Value, double Error)
{
    private const double Unit = 2.3e-16;

    // A value of which less than six digits are certain proves nothing.
    private const double WorstRelativeError = 1e-6;

    public static Approximate Undefined { get; } = new(new Complex(double.NaN, double.NaN), double.NaN);

    /// <summary>Whether the value is finite and known well enough to be compared.</summary>
    public bool IsUsable => double.IsFinite(Value.Real) && double.IsFinite(Value.Imaginary) && Error <= WorstRelativeError * (1 + Value.Magnitude);

    public bool IsReal => Math.Abs(Value.Imaginary) <= 8 * Error + 1e-13 * Value.Magnitude;

    public static Approximate Exactly(Complex value) => new(value, Unit * value.Magnitude);

    /// <summary>The result of a function whose slope at the value is known.</summary>
    public static Approximate Through(Complex result, double slope, Approximate argument) => new(result, slope * argument.Error + 4 * Unit * result.Magnitude);

    public static Approximate operator +(Approximate a, Approximate b) => new(a.Value + b.Value, a.Error + b.Error + Unit * (a.Value + b.Value).Magnitude);

    public static Approximate operator -(Approximate a) => new(-a.Value, a.Error);

    public static Approximate operator -(Approximate a, Approximate b) => a + -b;

    public static Approximate operator *(Approximate a, Approximate b)
    {
        var product = a.Value * b.Value;
        return new(product, a.Value.Magnitude * b.Error + b.Value.Magnitude * a.Error + a.Error * b.Error + 3 * Unit * product.Magnitude);
    }

    public static Approximate operator /(Approximate a, Approximate b)
    {
        if (b.Value.Magnitude <= 8 * b.Error)
        {
            return Undefined;
        }

        var quotient = a.Value / b.Value;
        return new(quotient, (a.Error + quotient.Magnitude * b.Error) / (b.Value.Magnitude - b.Error) + 6 * Unit * quotient.Magnitude);
    }

    /// <summary>Whether two values agree within what rounding explains.</summary>
    public static bool Agree(Approximate a, Approximate b)
    {
        var scale = Math.Max(a.Value.Magnitude, b.Value.Magnitude);
        return (a.Value - b.Value).Magnitude <= 16 * (a.Error + b.Error) + 1e-14 * scale;
    }
}
