using System.Numerics;

namespace DataEnvGym.Domains.Mathematics.Grading.Expressions;

/// <summary>An exact fraction in lowest terms, with a denominator above 0.</summary>
internal readonly record struct Rational
{
    // Longer than anything a person writes; keeps powers of powers from filling the memory.
    private const int MaxBits = 20_000;

    private Rational(BigInteger numerator, BigInteger denominator) => (Numerator, Denominator) = (numerator, denominator);

    public static Rational Zero { get; } = new(BigInteger.Zero, BigInteger.One);

    public static Rational One { get; } = new(BigInteger.One, BigInteger.One);

    public BigInteger Numerator { get; }

    public BigInteger Denominator { get; }

    public bool IsInteger => Denominator.IsOne;

    public bool IsZero => Numerator.IsZero;

    public static Rational Of(BigInteger value) => new(value, BigInteger.One);

    /// <summary>A quotient of integers; nothing where the denominator is 0 or the numbers are too long to compute with.</summary>
    public static Rational? Of(BigInteger numerator, BigInteger denominator)
    {
        if (denominator.IsZero || numerator.GetBitLength() > MaxBits || denominator.GetBitLength() > MaxBits)
        {
            return null;
        }

        var divisor = BigInteger.GreatestCommonDivisor(numerator, denominator) * denominator.Sign;
        return new(numerator / divisor, denominator / divisor);
    }

    public static Rational? Add(Rational a, Rational b) =>
        Of(a.Numerator * b.Denominator + b.Numerator * a.Denominator, a.Denominator * b.Denominator);

    public static Rational? Multiply(Rational a, Rational b) => Of(a.Numerator * b.Numerator, a.Denominator * b.Denominator);

    public static Rational? Divide(Rational a, Rational b) => Of(a.Numerator * b.Denominator, a.Denominator * b.Numerator);

    public Rational Negate() => new(-Numerator, Denominator);

    public Rational Abs() => new(BigInteger.Abs(Numerator), Denominator);

    /// <summary>The largest integer that is not above the value.</summary>
    public BigInteger Floor()
    {
        var quotient = BigInteger.DivRem(Numerator, Denominator, out var remainder);
        return remainder.Sign < 0 ? quotient - 1 : quotient;
    }

    /// <summary>An integer power; nothing where it is undefined or would be too long.</summary>
    public Rational? Power(BigInteger exponent)
    {
        var size = Math.Max(BigInteger.Abs(Numerator).GetBitLength(), Denominator.GetBitLength());
        if (size <= 1 && Denominator.IsOne)
        {
            return IsZero ? exponent.Sign > 0 ? Zero : null : Numerator.Sign > 0 || exponent.IsEven ? One : Of(-1);
        }

        if (BigInteger.Abs(exponent) * size > MaxBits)
        {
            return null;
        }

        var power = (int)BigInteger.Abs(exponent);
        var (top, bottom) = (BigInteger.Pow(Numerator, power), BigInteger.Pow(Denominator, power));
        return exponent.Sign < 0 ? Of(bottom, top) : Of(top, bottom);
    }

    /// <summary>Whether the value can be written as a decimal fraction that ends.</summary>
    public bool Terminates()
    {
        var rest = Denominator;
        foreach (var prime in (int[])[2, 5])
        {
            while (!rest.IsOne && (rest % prime).IsZero)
            {
                rest /= prime;
            }
        }

        return rest.IsOne;
    }

    /// <summary>The nearest double, up to an error of a few units in the last place; infinite where it is out of range.</summary>
    public double ToDouble()
    {
        var shift = (int)Math.Max(0, Math.Max(BigInteger.Abs(Numerator).GetBitLength(), Denominator.GetBitLength()) - 1000);
        if (shift == 0)
        {
            return (double)Numerator / (double)Denominator;
        }

        // 64 bits more than a double holds, then the exponent is put back.
        var difference = (int)(BigInteger.Abs(Numerator).GetBitLength() - Denominator.GetBitLength());
        var up = Math.Max(0, 100 - difference);
        return Math.ScaleB((double)((Numerator << up) / Denominator), -up);
    }

    public override string ToString() => IsInteger ? $"{Numerator}" : $"{Numerator}/{Denominator}";
}
