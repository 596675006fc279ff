using System.Numerics;
using DataEnvGym.Domains.Mathematics.Grading.Expressions;

namespace DataEnvGym.Domains.Mathematics.Grading.Comparison;

/// <summary>Evaluates trees exactly, as fractions. Whatever is irrational, unknown or too long has no value here.</summary>
internal sealed class ExactEvaluator(IReadOnlyDictionary<string, Rational> variables, WorkBudget budget)
{
    private const int MaxFactorial = 500;

    private static readonly Dictionary<string, Rational> None = [];

    /// <summary>The value of a tree without variables.</summary>
    public static Rational? Constant(Node node, WorkBudget budget) => new ExactEvaluator(None, budget).Evaluate(node);

    public Rational? Evaluate(Node node)
    {
        budget.Spend();
        return node switch
        {
            NumberNode number => number.Value,
            BasedNumberNode number => number.Value,
            SymbolNode symbol => variables.TryGetValue(symbol.Name, out var value) ? value : null,
            QuantityNode quantity => Evaluate(quantity.Value),
            CallNode { Operation: var operation, Arguments: [var only] } => Evaluate(only) is { } x ? Apply(operation, x) : null,
            CallNode { Operation: Operation.Power, Arguments: [var x, var y] } => Evaluate(x) is { } a && Evaluate(y) is { } b ? Power(a, b) : null,
            CallNode { Operation: var operation, Arguments: [var x, var y] } => Evaluate(x) is { } a && Evaluate(y) is { } b ? Apply(operation, a, b) : null,
            CallNode { Arguments: var arguments } call => Many(call.Operation, arguments),
            _ => null,
        };
    }

    private static Rational? Apply(Operation operation, Rational x) => operation switch
    {
        Operation.Negate => x.Negate(),
        Operation.Abs => x.Abs(),
        Operation.Floor => Rational.Of(x.Floor()),
        Operation.Ceiling => Rational.Of(-x.Negate().Floor()),
        Operation.Percent => Rational.Divide(x, Rational.Of(100)),
        Operation.Degree => x,
        Operation.Factorial => Factorial(x),
        Operation.Max or Operation.Min or Operation.Gcd or Operation.Lcm => x,
        _ => null,
    };

    private Rational? Apply(Operation operation, Rational a, Rational b)
    {
        budget.Spend((a.Numerator.GetBitLength() + b.Numerator.GetBitLength()) / 64);
        return operation switch
        {
            Operation.Add => Rational.Add(a, b),
            Operation.Subtract => Rational.Add(a, b.Negate()),
            Operation.Multiply => Rational.Multiply(a, b),
            Operation.Divide or Operation.Ratio => Rational.Divide(a, b),
            Operation.Root => Root(a, b),
            Operation.Binomial => Binomial(a, b),
            Operation.Max => Rational.Add(a, b.Negate()) is { Numerator.Sign: >= 0 } ? a : b,
            Operation.Min => Rational.Add(a, b.Negate()) is { Numerator.Sign: >= 0 } ? b : a,
            Operation.Gcd when a.IsInteger && b.IsInteger => Rational.Of(BigInteger.GreatestCommonDivisor(a.Numerator, b.Numerator)),
            Operation.Lcm when a.IsInteger && b.IsInteger && !a.IsZero && !b.IsZero =>
                Rational.Of(BigInteger.Abs(a.Numerator / BigInteger.GreatestCommonDivisor(a.Numerator, b.Numerator) * b.Numerator), BigInteger.One),
            Operation.Mod when a.IsInteger && b.IsInteger && b.Numerator.Sign > 0 => Rational.Of(((a.Numerator % b.Numerator) + b.Numerator) % b.Numerator),
            _ => null,
        };
    }

    private Rational? Many(Operation operation, IReadOnlyList<Node> arguments)
    {
        if (operation is not (Operation.Max or Operation.Min or Operation.Gcd or Operation.Lcm) || arguments.Count == 0)
        {
            return null;
        }

        var result = Evaluate(arguments[0]);
        foreach (var argument in arguments.Skip(1))
        {
            result = result is { } a && Evaluate(argument) is { } b ? Apply(operation, a, b) : null;
        }

        return result;
    }

    private Rational? Power(Rational a, Rational b)
    {
        budget.Spend(16);
        if (b.IsInteger)
        {
            return a.Power(b.Numerator);
        }

        return b.Denominator <= 64 && Root(a, Rational.Of(b.Denominator)) is { } root ? root.Power(b.Numerator) : null;
    }

    // Only the roots that come out even; the rest is irrational.
    private Rational? Root(Rational value, Rational degree)
    {
        if (!degree.IsInteger || degree.Numerator < 2 || degree.Numerator > 64 || value.Numerator.Sign < 0 || value.Numerator.GetBitLength() > 1_024 || value.Denominator.GetBitLength() > 1_024)
        {
            return null;
        }

        var n = (int)degree.Numerator;
        return Root(value.Numerator, n) is { } top && Root(value.Denominator, n) is { } bottom ? Rational.Of(top, bottom) : null;
    }

    private BigInteger? Root(BigInteger value, int degree)
    {
        var (low, high) = (BigInteger.Zero, BigInteger.One << (int)(value.GetBitLength() / degree + 1));
        while (low < high)
        {
            budget.Spend(4);
            var middle = (low + high + 1) >> 1;
            (low, high) = BigInteger.Pow(middle, degree) <= value ? (middle, high) : (low, middle - 1);
        }

        return BigInteger.Pow(low, degree) == value ? low : null;
    }

    private static Rational? Factorial(Rational x)
    {
        if (!x.IsInteger || x.Numerator.Sign < 0 || x.Numerator > MaxFactorial)
        {
            return null;
        }

        var product = BigInteger.One;
        for (var i = 2; i <= (int)x.Numerator; i++)
        {
            product *= i;
        }

        return Rational.Of(product);
    }

    private Rational? Binomial(Rational n, Rational k)
    {
        if (!n.IsInteger || !k.IsInteger || n.Numerator.Sign < 0 || n.Numerator > 100_000 || k.Numerator.Sign < 0)
        {
            return null;
        }

        var count = k.Numerator > n.Numerator ? k.Numerator : BigInteger.Min(k.Numerator, n.Numerator - k.Numerator);
        if (k.Numerator > n.Numerator || count > MaxFactorial)
        {
            return k.Numerator > n.Numerator ? Rational.Zero : null;
        }

        var result = BigInteger.One;
        for (var i = 1; i <= (int)count; i++)
        {
            budget.Spend();
            result = result * (n.Numerator - count + i) / i;
        }

        return Rational.Of(result);
    }
}
