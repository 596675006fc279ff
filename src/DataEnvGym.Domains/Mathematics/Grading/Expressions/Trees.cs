namespace DataEnvGym.Domains.Mathematics.Grading.Expressions;

/// <summary>Questions about whole trees.</summary>
internal static class Trees
{
    /// <summary>The nodes directly below a node.</summary>
    public static IEnumerable<Node> Children(this Node node) => node switch
    {
        CallNode call => call.Arguments,
        FunctionNode function => function.Arguments,
        BigOperatorNode big => new[] { big.From, big.To, big.Body }.OfType<Node>(),
        QuantityNode quantity => [quantity.Value],
        GroupNode group => group.Items,
        MatrixNode matrix => matrix.Rows.SelectMany(row => row),
        RelationNode relation => relation.Sides,
        _ => [],
    };

    /// <summary>The node and all below it.</summary>
    public static IEnumerable<Node> All(this Node node)
    {
        var waiting = new Stack<Node>([node]);
        while (waiting.TryPop(out var next))
        {
            yield return next;
            foreach (var child in next.Children())
            {
                waiting.Push(child);
            }
        }
    }

    /// <summary>The names of the variables, functions not counted, in the order of their names.</summary>
    public static IReadOnlyList<string> Variables(this Node node) =>
        [.. node.All().OfType<SymbolNode>().Select(symbol => symbol.Name).Where(name => !Constants.IsConstant(name)).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Whether the value depends on nothing: no variable and no function that only the problem knows.</summary>
    public static bool IsConstant(this Node node) =>
        node.All().All(part => part is not (FunctionNode or BigOperatorNode or TextNode) && (part is not SymbolNode symbol || Constants.IsConstant(symbol.Name)));

    /// <summary>Whether the node is one number, function value or formula, neither a collection nor a relation nor words.</summary>
    public static bool IsScalar(this Node node) => node switch
    {
        GroupNode or MatrixNode or RelationNode or TextNode => false,
        CallNode { Operation: Operation.Union or Operation.Intersection or Operation.Difference } => false,
        SymbolNode { Name: Constants.Reals } => false,
        _ => node.Children().All(IsScalar),
    };

    /// <summary>The same node with other children, in the order of <see cref="Children"/>.</summary>
    public static Node With(this Node node, IReadOnlyList<Node> children) => node switch
    {
        CallNode call => call with { Arguments = children },
        FunctionNode function => function with { Arguments = children },
        QuantityNode quantity => quantity with { Value = children[0] },
        GroupNode group => group with { Items = children },
        RelationNode relation => relation with { Sides = children },
        MatrixNode matrix => new MatrixNode([.. children.Chunk(matrix.Rows[0].Count)]),
        _ => node,
    };
}
