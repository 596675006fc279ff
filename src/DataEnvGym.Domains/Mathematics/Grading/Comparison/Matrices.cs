using DataEnvGym.Domains.Mathematics.Grading.Expressions;

namespace DataEnvGym.Domains.Mathematics.Grading.Comparison;

/// <summary>Sums, products and multiples of matrices.</summary>
internal static class Matrices
{
    private const int MaxSide = 12;

    /// <summary>One matrix for a formula of matrices; nothing where it is none.</summary>
    public static MatrixNode? WorkOut(Node node, WorkBudget budget) => node switch
    {
        MatrixNode matrix => matrix,
        CallNode { Operation: Operation.Add or Operation.Subtract, Arguments: [var a, var b] } call => Sum(call.Operation, WorkOut(a, budget), WorkOut(b, budget)),
        CallNode { Operation: Operation.Multiply, Arguments: [var a, var b] } => Multiply(a, b, budget),
        CallNode { Operation: Operation.Divide, Arguments: [var a, var b] } when b.IsScalar() => WorkOut(a, budget) is { } matrix ? Each(matrix, item => CallNode.Of(Operation.Divide, item, b)) : null,
        CallNode { Operation: Operation.Negate, Arguments: [var a] } => WorkOut(a, budget) is { } matrix ? Each(matrix, item => CallNode.Of(Operation.Negate, item)) : null,
        _ => null,
    };

    private static MatrixNode? Sum(Operation operation, MatrixNode? a, MatrixNode? b) =>
        a is null || b is null || a.Rows.Count != b.Rows.Count || a.Rows[0].Count != b.Rows[0].Count ? null
        : new([.. a.Rows.Zip(b.Rows, (left, right) => (IReadOnlyList<Node>)[.. left.Zip(right, (x, y) => CallNode.Of(operation, x, y))])]);

    private static MatrixNode? Multiply(Node a, Node b, WorkBudget budget)
    {
        var (left, right) = (WorkOut(a, budget), WorkOut(b, budget));
        return (left, right) switch
        {
            (null, { } matrix) when a.IsScalar() => Each(matrix, item => CallNode.Of(Operation.Multiply, a, item)),
            ({ } matrix, null) when b.IsScalar() => Each(matrix, item => CallNode.Of(Operation.Multiply, item, b)),
            ({ } x, { } y) when x.Rows[0].Count == y.Rows.Count && Math.Max(x.Rows.Count, y.Rows[0].Count) <= MaxSide && y.Rows.Count <= MaxSide => Product(x, y, budget),
            _ => null,
        };
    }

    private static MatrixNode Product(MatrixNode a, MatrixNode b, WorkBudget budget)
    {
        budget.Spend(a.Rows.Count * b.Rows.Count * b.Rows[0].Count);
        return new([.. a.Rows.Select(row => (IReadOnlyList<Node>)[.. Enumerable.Range(0, b.Rows[0].Count).Select(column =>
            row.Select((item, k) => (Node)CallNode.Of(Operation.Multiply, item, b.Rows[k][column])).Aggregate((x, y) => CallNode.Of(Operation.Add, x, y)))])]);
    }

    private static MatrixNode Each(MatrixNode matrix, Func<Node, Node> map) => new([.. matrix.Rows.Select(row => (IReadOnlyList<Node>)[.. row.Select(map)])]);
}
