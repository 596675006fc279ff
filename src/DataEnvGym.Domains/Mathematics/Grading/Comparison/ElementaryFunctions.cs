using System.Numerics;
using DataEnvGym.Domains.Mathematics.Grading.Expressions;

namespace DataEnvGym.Domains.Mathematics.Grading.Comparison;

/// <summary>The operations on approximate values.</summary>
internal static class ElementaryFunctions
{
    public static Approximate Apply(Operation operation, ReadOnlySpan<Approximate> arguments) => arguments switch
    {
        [var x] => Unary(operation, x),
        [var x, var y] => Binary(operation, x, y),
        [var x, .. var rest] when operation is Operation.Max or Operation.Min => Binary(operation, x, Apply(operation, rest)),
        _ => Approximate.Undefined,
    };

    private static Approximate Unary(Operation operation, Approximate x)
    {
        var z = x.Value;
        return operation switch
        {
            Operation.Negate => -x,
            Operation.Degree or Operation.Max or Operation.Min => x,
            Operation.Percent => x / Approximate.Exactly(100),
            Operation.Abs => new(z.Magnitude, x.Error),
            Operation.Floor => Step(x, Math.Floor),
            Operation.Ceiling => Step(x, Math.Ceiling),
            Operation.Exp => Underflow(Approximate.Through(Complex.Exp(z), Complex.Exp(z).Magnitude, x)),
            Operation.Sin => Approximate.Through(Complex.Sin(z), Math.Cosh(z.Imaginary), x),
            Operation.Cos => Approximate.Through(Complex.Cos(z), Math.Cosh(z.Imaginary), x),
            Operation.Tan => Unary(Operation.Sin, x) / Unary(Operation.Cos, x),
            Operation.Cot => Unary(Operation.Cos, x) / Unary(Operation.Sin, x),
            Operation.Sec => Approximate.Exactly(1) / Unary(Operation.Cos, x),
            Operation.Csc => Approximate.Exactly(1) / Unary(Operation.Sin, x),
            Operation.Arcsin => Approximate.Through(Complex.Asin(z), InverseSlope(x), x),
            Operation.Arccos => Approximate.Through(Complex.Acos(z), InverseSlope(x), x),
            Operation.Arctan => Approximate.Through(Complex.Atan(z), 1 / (1 + z * z).Magnitude, x),
            Operation.Sinh => Approximate.Through(Complex.Sinh(z), Complex.Cosh(z).Magnitude, x),
            Operation.Cosh => Approximate.Through(Complex.Cosh(z), Complex.Sinh(z).Magnitude, x),
            Operation.Tanh => Unary(Operation.Sinh, x) / Unary(Operation.Cosh, x),
            Operation.Factorial => Gamma.Factorial(x),
            _ => Approximate.Undefined,
        };
    }

    private static Approximate Binary(Operation operation, Approximate a, Approximate b) => operation switch
    {
        Operation.Add => a + b,
        Operation.Subtract => a - b,
        Operation.Multiply => a * b,
        Operation.Divide or Operation.Ratio => a / b,
        Operation.Power => Power(a, b),
        Operation.Root => Root(a, b),
        Operation.Log => Logarithm(a) / Logarithm(b),
        Operation.Max when a.IsReal && b.IsReal => a.Value.Real >= b.Value.Real ? a : b,
        Operation.Min when a.IsReal && b.IsReal => a.Value.Real >= b.Value.Real ? b : a,
        Operation.Binomial => Gamma.Factorial(a) / (Gamma.Factorial(b) * Gamma.Factorial(a - b)),
        _ => Approximate.Undefined,
    };

    private static Approximate Logarithm(Approximate x) =>
        x.Value == Complex.Zero ? Approximate.Undefined : Approximate.Through(Complex.Log(x.Value), 1 / x.Value.Magnitude, x);

    // An odd root of a negative number is the real one, as in school.
    private static Approximate Root(Approximate x, Approximate degree) =>
        x.IsReal && x.Value.Real < 0 && degree.Value.Imaginary == 0 && Math.Abs(degree.Value.Real % 2) == 1
            ? -Power(-x, Approximate.Exactly(1) / degree)
            : Power(x, Approximate.Exactly(1) / degree);

    private static Approximate Power(Approximate a, Approximate b)
    {
        if (a.Value == Complex.Zero)
        {
            return b.Value.Real > 0 ? new(Complex.Zero, Math.Pow(a.Error, Math.Min(1, b.Value.Real))) : Approximate.Undefined;
        }

        var result = b.Value is { Imaginary: 0, Real: 0.5 } ? Complex.Sqrt(a.Value) : a.Value.Imaginary == 0 && a.Value.Real > 0 && b.Value.Imaginary == 0
            ? Math.Pow(a.Value.Real, b.Value.Real)
            : Whole(a.Value, b.Value);
        var error = (b.Value / a.Value).Magnitude * a.Error + Complex.Log(a.Value).Magnitude * b.Error;
        return Underflow(new(result, result.Magnitude * (error + 1e-15)));
    }

    // A power is never zero; one too small for a double is unknown.
    private static Approximate Underflow(Approximate power) => power.Value.Magnitude < 1e-290 ? Approximate.Undefined : power;

    // The slope of arc sine and arc cosine is infinite at 1, where the error is the root of the argument's.
    private static double InverseSlope(Approximate x) => 1 / Math.Sqrt(Math.Max((1 - x.Value * x.Value).Magnitude, 2 * x.Error + 1e-300));

    // Repeated multiplication is exacter than the polar form.
    private static Complex Whole(Complex a, Complex b)
    {
        if (b.Imaginary != 0 || b.Real != Math.Round(b.Real) || Math.Abs(b.Real) > 64)
        {
            return Complex.Pow(a, b);
        }

        var product = Complex.One;
        for (var i = 0; i < Math.Abs(b.Real); i++)
        {
            product *= a;
        }

        return b.Real < 0 ? 1 / product : product;
    }

    // Where rounding could carry the argument over a step, the value is not known.
    private static Approximate Step(Approximate x, Func<double, double> step)
    {
        var (low, high) = (step(x.Value.Real - 8 * x.Error), step(x.Value.Real + 8 * x.Error));
        return x.IsReal && low == high ? new(low, 0) : Approximate.Undefined;
    }
}
