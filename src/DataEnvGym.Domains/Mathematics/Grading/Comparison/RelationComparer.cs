using DataEnvGym.Domains.Mathematics.Grading.Expressions;

namespace DataEnvGym.Domains.Mathematics.Grading.Comparison;

/// <summary>Compares equations and inequalities, with each other and with plain values.</summary>
internal sealed class RelationComparer(AnswerComparer comparer, ScalarComparer scalars, WorkBudget budget)
{
    private readonly Proportion proportion = new(budget);

    public Outcome Compare(RelationNode a, RelationNode b)
    {
        if (Assignment.Of(a, scalars) is { } left && Assignment.Of(b, scalars) is { } right)
        {
            if (left.Name is null || right.Name is null || Names.MayBeSame(left.Name, right.Name) || comparer.Compare(left.Name, right.Name).Equal)
            {
                if (comparer.Compare(left.Value, right.Value).Equal)
                {
                    return Outcome.Same("equation: the same value");
                }
            }
            else if (IsConstant(left) || IsConstant(right))
            {
                return Outcome.Different("equation: values of different names");
            }
        }

        if (SameAsFormulas(a, b))
        {
            return Outcome.Same("relation: equal up to a factor");
        }

        return SameSides(a, b) ? Outcome.Same("relation: side by side")
            : comparer.Sets(a, b) ?? Outcome.Different("relation: the relations differ");
    }

    /// <summary>Compares <c>x = 5</c> with <c>5</c>, and <c>x &gt; 3</c> with <c>(3, ∞)</c>.</summary>
    public Outcome CompareToValue(RelationNode relation, Node value) =>
        Assignment.Of(relation, scalars) is { } assignment && comparer.Compare(assignment.Value, value) is { Equal: true } same
            ? same
            : comparer.Sets(relation, value) ?? Outcome.Different("relation: a relation is no value");

    private static bool IsConstant(Assignment assignment) => assignment.Value.IsScalar() && assignment.Value.IsConstant();

    // a < b < c is a < b and b < c; each says that a difference is above zero.
    private bool SameAsFormulas(RelationNode a, RelationNode b)
    {
        var (left, right) = (Differences(a), Differences(b));
        if (left.Count == 0 || left.Count != right.Count)
        {
            return false;
        }

        foreach (var difference in left)
        {
            var match = right.FindIndex(other => other.Comparator == difference.Comparator && proportion.Sign(difference.Formula, other.Formula) is var sign
                && (sign > 0 || (sign < 0 && difference.Comparator is Comparator.Equal or Comparator.NotEqual)));
            if (match < 0)
            {
                return false;
            }

            right.RemoveAt(match);
        }

        return true;
    }

    private static List<(Node Formula, Comparator Comparator)> Differences(RelationNode relation)
    {
        var list = new List<(Node, Comparator)>();
        for (var i = 0; i < relation.Comparators.Count; i++)
        {
            var (a, b) = (relation.Sides[i], relation.Sides[i + 1]);
            if (!a.IsScalar() || !b.IsScalar() || relation.Comparators[i] == Comparator.Element)
            {
                return [];
            }

            list.Add(relation.Comparators[i] switch
            {
                Comparator.Less => (CallNode.Of(Operation.Subtract, b, a), Comparator.Greater),
                Comparator.LessOrEqual => (CallNode.Of(Operation.Subtract, b, a), Comparator.GreaterOrEqual),
                var other => (CallNode.Of(Operation.Subtract, a, b), other),
            });
        }

        return list;
    }

    private bool SameSides(RelationNode a, RelationNode b) =>
        a.Comparators.SequenceEqual(b.Comparators) && a.Sides.Zip(b.Sides).All(pair => comparer.Compare(pair.First, pair.Second).Equal);
}
