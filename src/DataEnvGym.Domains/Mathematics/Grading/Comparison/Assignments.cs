using DataEnvGym.Domains.Mathematics.Grading.Expressions;

namespace DataEnvGym.Domains.Mathematics.Grading.Comparison;

/// <summary>A relation that gives a value to a name, or ends a calculation.</summary>
/// <param name="Name">What has the value; nothing for a calculation.</param>
/// <param name="Value">The value.</param>
internal sealed record Assignment(Node? Name, Node Value)
{
    /// <summary>Reads <c>x = 5</c>, <c>x = 2 + 3 = 5</c>, <c>5 = x</c>, <c>x ∈ S</c>, <c>2 + 3 = 5</c>; nothing for any other relation.</summary>
    public static Assignment? Of(RelationNode relation, ScalarComparer scalars)
    {
        var (first, last) = (relation.Sides[0], relation.Sides[^1]);
        if (relation.Comparators is [Comparator.Element])
        {
            return Names.IsName(first) ? new(first, last) : null;
        }

        if (relation.Comparators.Any(comparator => comparator != Comparator.Equal))
        {
            return null;
        }

        if (Names.IsName(first))
        {
            return new(first, last);
        }

        if (relation.Sides.Count == 2 && Names.IsName(last))
        {
            return new(last, first);
        }

        return relation.Sides.All(side => side.IsScalar() && side.IsConstant()) || IsDerivation(first, last, scalars) ? new(null, last) : null;
    }

    // (a+b)^2 = a^2+2ab+b^2 rewrites a formula; its last form is the answer.
    private static bool IsDerivation(Node first, Node last, ScalarComparer scalars) =>
        first.IsScalar() && last.IsScalar() && last.Variables().Count > 0 && scalars.Compare(first, last).Equal;
}
