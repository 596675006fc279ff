using DataEnvGym.Domains.Mathematics.Grading.Expressions;

namespace DataEnvGym.Domains.Mathematics.Grading.Comparison;

/// <summary>Ratios are equal up to scale, 1:2 and 2:4, and a ratio of two is their quotient. Two times of day, 2:30 and 1:15, must agree part by part.</summary>
internal static class RatioRule
{
    public static Outcome Compare(Node a, Node b, ScalarComparer scalars)
    {
        var (left, right) = (Parts(a), Parts(b));
        if (left.Count == 1 || right.Count == 1)
        {
            return new(left.Count + right.Count == 3 && !IsTime(left) && !IsTime(right) && scalars.Compare(Quotient(left), Quotient(right)).Equal, "ratio");
        }

        if (left.Count != right.Count)
        {
            return Outcome.Different("ratio");
        }

        if (left.Zip(right).All(pair => scalars.Compare(pair.First, pair.Second).Equal))
        {
            return Outcome.Same("ratio: the same parts");
        }

        var scaled = (!IsTime(left) || !IsTime(right)) && Enumerable.Range(1, left.Count - 1).All(i =>
            scalars.Compare(CallNode.Of(Operation.Divide, left[0], left[i]), CallNode.Of(Operation.Divide, right[0], right[i])).Equal);
        return new(scaled, "ratio");
    }

    private static IReadOnlyList<Node> Parts(Node node) => node is CallNode { Operation: Operation.Ratio } ratio ? ratio.Arguments : [node];

    private static Node Quotient(IReadOnlyList<Node> parts) => parts.Count == 1 ? parts[0] : CallNode.Of(Operation.Divide, parts[0], parts[1]);

    // 10:30 am has the half of the day behind its minutes.
    private static Node Minutes(Node part) => part is QuantityNode { Value: var value } ? value : part;

    private static bool IsTime(IReadOnlyList<Node> parts) =>
        parts.Count == 2 && parts[0] is NumberNode { Value.IsInteger: true } hours && hours.Value.Numerator <= 24
        && Minutes(parts[1]) is NumberNode { Value.IsInteger: true } minutes && (minutes.Value.IsZero || (minutes.Value.Numerator >= 10 && minutes.Value.Numerator < 60));
}
