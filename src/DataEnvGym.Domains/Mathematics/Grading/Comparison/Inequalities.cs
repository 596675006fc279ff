using DataEnvGym.Domains.Mathematics.Grading.Expressions;

namespace DataEnvGym.Domains.Mathematics.Grading.Comparison;

/// <summary>The solutions of inequalities in one unknown, found by where the two sides cross.</summary>
internal static class Inequalities
{
    private const int MostSides = 4;

    public static RealSet? Read(RelationNode relation, ScalarComparer scalars, WorkBudget budget)
    {
        var unknown = Unknown(relation);
        if (unknown is null || relation.Sides.Count > MostSides || relation.Comparators.Contains(Comparator.Element) || !relation.Sides.All(Trees.IsScalar))
        {
            return null;
        }

        var sides = relation.Sides.Select(side => Side(side, unknown, scalars, budget)).ToList();
        var edges = new List<double>();
        for (var i = 0; i < relation.Comparators.Count; i++)
        {
            var crossings = CrossingsOf(sides[i], sides[i + 1]);
            if (crossings.Count == 0)
            {
                // Where nothing crosses, nothing is known of the solutions.
                return null;
            }

            edges.AddRange(crossings);
        }

        return new(edges, x => Enumerable.Range(0, relation.Comparators.Count).All(i => Holds(relation.Comparators[i], sides[i].At(x), sides[i + 1].At(x))));
    }

    // One variable, or a function that only the problem knows: 0 < f(x) < 1 is about the values of f.
    private static Node? Unknown(RelationNode relation)
    {
        var functions = relation.All().OfType<FunctionNode>().ToList();
        if (functions.Count > 0)
        {
            return functions.Count == 1 && relation.Sides.Contains(functions[0]) && relation.Sides.Where(side => side != functions[0]).All(side => side.Variables().Count == 0) ? functions[0] : null;
        }

        return relation.All().Any(node => node is BigOperatorNode) || relation.Variables() is not [var variable] ? null : new SymbolNode(variable);
    }

    private static bool Holds(Comparator comparator, double a, double b)
    {
        if (double.IsNaN(a) || double.IsNaN(b))
        {
            return false;
        }

        var equal = RealSet.Near(a, b);
        return comparator switch
        {
            Comparator.Equal => equal,
            Comparator.NotEqual => !equal,
            Comparator.Less => !equal && a < b,
            Comparator.LessOrEqual => equal || a < b,
            Comparator.Greater => !equal && a > b,
            _ => equal || a > b,
        };
    }

    private static IReadOnlyList<double> CrossingsOf(SideOf a, SideOf b)
    {
        if (a.IsUnknown && b.Constant is { } right)
        {
            return [right];
        }

        if (b.IsUnknown && a.Constant is { } left)
        {
            return [left];
        }

        return Crossings.Of(a.At, b.At);
    }

    private static SideOf Side(Node node, Node unknown, ScalarComparer scalars, WorkBudget budget)
    {
        var constant = node switch
        {
            SymbolNode { Name: Constants.Infinity } => double.PositiveInfinity,
            CallNode { Operation: Operation.Negate, Arguments: [SymbolNode { Name: Constants.Infinity }] } => double.NegativeInfinity,
            _ => scalars.Constant(node) is { IsReal: true } value ? value.Value.Real : (double?)null,
        };
        var name = unknown is SymbolNode symbol ? symbol.Name : "";
        return new(node == unknown, constant, x =>
        {
            budget.Spend();
            if (constant is { } fixedValue)
            {
                return fixedValue;
            }

            if (node == unknown)
            {
                return x;
            }

            var value = new ApproximateEvaluator(new Dictionary<string, Approximate> { [name] = Approximate.Exactly(x) }, budget).Evaluate(node);
            return value.IsUsable && value.IsReal ? value.Value.Real : double.NaN;
        });
    }

    private sealed record SideOf(bool IsUnknown, double? Constant, Func<double, double> At);
}
