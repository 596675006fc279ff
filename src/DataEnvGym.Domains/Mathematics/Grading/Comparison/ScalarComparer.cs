using DataEnvGym.Domains.Mathematics.Grading.Expressions;

namespace DataEnvGym.Domains.Mathematics.Grading.Comparison;

/// <summary>Compares numbers and formulas: exactly where both are rational, else at random points with error bounds.</summary>
internal sealed class ScalarComparer(WorkBudget budget)
{
    private const int ExactTrials = 6;
    private const int EnoughExact = 4;
    private const int Trials = 30;
    private const int Enough = 5;

    public Outcome Compare(Node a, Node b)
    {
        if (!UnitsAgree(a, b))
        {
            return Outcome.Different("unit: the units differ");
        }

        (a, b) = (Bare(a), Bare(b));
        var outcome = Values(a, b);
        return outcome.Equal ? outcome
            : PercentRule(a, b) ?? (DecimalRule.Agree(a, b, this, budget) ? Outcome.Same("decimal: equal when rounded to the decimals given") : outcome);
    }

    /// <summary>The value of a constant; nothing where it is unknown.</summary>
    public Approximate? Constant(Node node)
    {
        if (!node.IsConstant() || !node.IsScalar())
        {
            return null;
        }

        var value = new ApproximateEvaluator(new Dictionary<string, Approximate>(), budget).Evaluate(node);
        return value.IsUsable ? value : null;
    }

    /// <summary>Whether two values or formulas are the same, exactly or by probing, without the rules for percent and rounded decimals.</summary>
    public Outcome Values(Node a, Node b)
    {
        if (a is BasedNumberNode || b is BasedNumberNode)
        {
            return Based(a, b);
        }

        if (a is SymbolNode left && b is SymbolNode right)
        {
            return new(left.Name == right.Name, "symbol");
        }

        if (IsInfinite(a) || IsInfinite(b))
        {
            return new(IsInfinite(a) && IsInfinite(b) && a is CallNode { Operation: Operation.Negate } == b is CallNode { Operation: Operation.Negate }, "infinity");
        }

        if (a is CallNode { Operation: Operation.Ratio } || b is CallNode { Operation: Operation.Ratio })
        {
            return RatioRule.Compare(a, b, this);
        }

        var variables = CallNode.Of(Operation.Add, a, b).Variables();
        return Exactly(a, b, variables) ?? Probe(a, b, variables);
    }

    private Outcome? Exactly(Node a, Node b, IReadOnlyList<string> variables)
    {
        var valid = 0;
        for (var trial = 0; trial < (variables.Count == 0 ? 1 : ExactTrials); trial++)
        {
            var evaluator = new ExactEvaluator(ProbePoints.At(trial, variables), budget);
            if (evaluator.Evaluate(a) is not { } x || evaluator.Evaluate(b) is not { } y)
            {
                continue;
            }

            if (x != y)
            {
                return Outcome.Different(variables.Count == 0 ? "rational: the values differ" : "rational: the formulas differ");
            }

            valid++;
        }

        return variables.Count == 0 ? valid == 1 ? Outcome.Same("rational: the same value") : null
            : valid >= EnoughExact ? Outcome.Same("rational: the same formula") : null;
    }

    private Outcome Probe(Node a, Node b, IReadOnlyList<string> variables)
    {
        var (real, complex) = (0, 0);
        var single = a.IsConstant() && b.IsConstant();
        for (var trial = 0; trial < (single ? 1 : Trials) && real < Enough; trial++)
        {
            var evaluator = new ApproximateEvaluator(ProbePoints.At(trial, variables).Approximately(), budget);
            var (x, y) = (evaluator.Evaluate(a), evaluator.Evaluate(b));
            if (!x.IsUsable || !y.IsUsable || x.IsReal != y.IsReal)
            {
                // Outside the domain of one of them, or too inexact to prove anything.
                if (single && x.IsUsable && y.IsUsable)
                {
                    return Outcome.Different("probing: the values differ");
                }

                continue;
            }

            if (!Approximate.Agree(x, y))
            {
                return Outcome.Different("probing: the values differ");
            }

            (real, complex) = x.IsReal ? (real + 1, complex) : (real, complex + 1);
        }

        return single ? real + complex == 1 ? Outcome.Same("probing: the same value") : Outcome.Different("probing: the values are out of range")
            : real >= Enough || (real == 0 && complex >= Enough) ? Outcome.Same("probing: the same at all points")
            : Outcome.Different("probing: too few points could be compared");
    }

    // 50% is 50 and is 0.5: sources write either for the same answer.
    private Outcome? PercentRule(Node a, Node b) => (a, b) switch
    {
        (CallNode { Operation: Operation.Percent }, CallNode { Operation: Operation.Percent }) => null,
        (CallNode { Operation: Operation.Percent, Arguments: [var value] }, _) when Values(value, b).Equal => Outcome.Same("percent: the same number of percent"),
        (_, CallNode { Operation: Operation.Percent, Arguments: [var value] }) when Values(a, value).Equal => Outcome.Same("percent: the same number of percent"),
        _ => null,
    };

    // Digits in a base are the answer as much as their value: 101_2 is 5_{10}, but not 5; the base itself may be left out.
    private static Outcome Based(Node a, Node b) => new((a, b) switch
    {
        (BasedNumberNode left, BasedNumberNode right) => left.Value == right.Value,
        (BasedNumberNode left, NumberNode { Decimals: 0 } right) => left.Digits == right.Value.ToString(),
        (NumberNode { Decimals: 0 } left, BasedNumberNode right) => left.Value.ToString() == right.Digits,
        _ => false,
    }, "base: digits in a base");

    private static bool IsInfinite(Node node) =>
        node is SymbolNode { Name: Constants.Infinity } or CallNode { Operation: Operation.Negate, Arguments: [SymbolNode { Name: Constants.Infinity }] };

    private static bool UnitsAgree(Node a, Node b) => a is not QuantityNode left || b is not QuantityNode right || Parsing.Units.Agree(left.Unit, right.Unit);

    // A unit, a degree sign and a currency do not change the number.
    private static Node Bare(Node node) => node switch
    {
        QuantityNode quantity => Bare(quantity.Value),
        CallNode { Operation: Operation.Degree, Arguments: [var value] } => Bare(value),
        _ => node,
    };
}
