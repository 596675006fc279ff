using DataEnvGym.Domains.Mathematics.Grading.Expressions;

namespace DataEnvGym.Domains.Mathematics.Grading.Comparison;

/// <summary>
/// When a decimal stands for a number that has no finite decimal: it must have two decimals and two significant digits at least, and be that
/// number rounded to its decimals: 0.33 is 1/3, 1.41 is √2, but 0.3 is not 1/3. What can be written exactly must be: 3.38 is not 27/8.
/// Two decimals are the same number, or agree to six decimals at least.
/// </summary>
internal static class DecimalRule
{
    private const int LeastDecimals = 2;
    private const int LeastBetweenDecimals = 6;

    public static bool Agree(Node a, Node b, ScalarComparer scalars, WorkBudget budget) => (Literal(a), Literal(b)) switch
    {
        ({ } x, { } y) => Math.Min(x.Decimals, y.Decimals) is >= LeastBetweenDecimals and var decimals
            && Near(x.Value.ToDouble(), y.Value.ToDouble(), decimals),
        ({ } x, null) => Stands(x, b, scalars, budget),
        (null, { } y) => Stands(y, a, scalars, budget),
        _ => false,
    };

    private static bool Stands(NumberNode literal, Node other, ScalarComparer scalars, WorkBudget budget)
    {
        var significant = System.Numerics.BigInteger.Abs(literal.Value.Numerator).IsZero ? 0 : Math.Floor(Math.Log10(Math.Abs(literal.Value.ToDouble()))) + 1 + literal.Decimals;
        if (literal.Decimals < LeastDecimals || significant < LeastDecimals)
        {
            return false;
        }

        if (ExactEvaluator.Constant(other, budget) is { } exact)
        {
            return !exact.Terminates() && Near(literal.Value.ToDouble(), exact.ToDouble(), literal.Decimals);
        }

        return scalars.Constant(other) is { IsReal: true } value && Near(literal.Value.ToDouble(), value.Value.Real, literal.Decimals);
    }

    private static NumberNode? Literal(Node node) => node switch
    {
        NumberNode { Decimals: > 0 } number => number,
        CallNode { Operation: Operation.Negate, Arguments: [NumberNode { Decimals: > 0 } number] } => number with { Value = number.Value.Negate() },
        _ => null,
    };

    // The slack is for the rounding of doubles, no more.
    private static bool Near(double a, double b, int decimals) => Math.Abs(a - b) <= 0.5 * Math.Pow(10, -decimals) + 1e-14 * Math.Abs(a);
}
