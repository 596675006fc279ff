using System.Numerics;
using DataEnvGym.Domains.Mathematics.Grading.Expressions;

namespace DataEnvGym.Domains.Mathematics.Grading.Comparison;

/// <summary>Whether two formulas are multiples of each other, which makes their equations and inequalities to zero the same.</summary>
internal sealed class Proportion(WorkBudget budget)
{
    private const int Trials = 24;
    private const int Enough = 5;

    /// <summary>The sign of the constant factor between them; 0 where there is none.</summary>
    public int Sign(Node a, Node b)
    {
        var variables = CallNode.Of(Operation.Add, a, b).Variables();
        Approximate? factor = null;
        Rational? exactFactor = null;
        var valid = 0;
        for (var trial = 0; trial < Trials && valid < Enough; trial++)
        {
            var point = ProbePoints.At(trial, variables);
            var exact = new ExactEvaluator(point, budget);
            if (exact.Evaluate(a) is { IsZero: false } p && exact.Evaluate(b) is { IsZero: false } q && Rational.Divide(p, q) is { } quotient)
            {
                if (exactFactor is { } before && before != quotient)
                {
                    return 0;
                }

                exactFactor = quotient;
                valid++;
                continue;
            }

            var evaluator = new ApproximateEvaluator(point.Approximately(), budget);
            var (x, y) = (evaluator.Evaluate(a), evaluator.Evaluate(b));
            var ratio = x / y;
            if (!x.IsUsable || !y.IsUsable || !ratio.IsUsable || !ratio.IsReal || ratio.Value == Complex.Zero)
            {
                continue;
            }

            if (factor is { } earlier && !Approximate.Agree(earlier, ratio))
            {
                return 0;
            }

            factor = ratio;
            valid++;
        }

        return valid < Enough ? 0 : exactFactor?.Numerator.Sign ?? Math.Sign(factor!.Value.Value.Real);
    }
}
