using DataEnvGym.Domains.Mathematics.Grading.Expressions;

namespace DataEnvGym.Domains.Mathematics.Grading.Comparison;

/// <summary>
/// What an equation gives a value to. <c>x = 5</c>, <c>f(x) = 5</c>, <c>|AB| = 5</c>, <c>(x, y) = (1, 2)</c> name a quantity, and their answer is
/// the value; <c>2x + z = 1</c> names none, and is an answer as a whole.
/// </summary>
internal static class Names
{
    public static bool IsName(Node node) => node switch
    {
        SymbolNode symbol => !Constants.IsConstant(symbol.Name),
        FunctionNode or TextNode or BigOperatorNode => true,
        GroupNode { Items.Count: > 0 } group => group.Items.All(IsName),
        CallNode { Operation: Operation.Abs or (>= Operation.Sin and <= Operation.Tanh), Arguments: [var inner] } => IsName(inner),
        CallNode { Operation: Operation.Multiply, Arguments: [SymbolNode { Name: "m" }, FunctionNode { Name: "∠" }] } => true,
        CallNode { Operation: Operation.Multiply } call => call.Arguments.All(IsSegment),
        CallNode { Operation: Operation.Divide, Arguments: [var top, var bottom] } when IsDifferential(top) && IsDifferential(bottom) => true,
        CallNode { Operation: Operation.Union or Operation.Intersection or Operation.Difference } call => call.Arguments.All(IsName),
        CallNode { Operation: Operation.Divide or Operation.Ratio } call => call.Arguments.All(IsName),
        _ => false,
    };

    /// <summary>The letter that a name starts with: x_1 and x_2 share one.</summary>
    public static string? Base(Node name) => name switch
    {
        SymbolNode symbol => symbol.Name,
        FunctionNode function => function.Name,
        _ => null,
    };

    /// <summary>Whether two names mean the same thing, or one of them lacks the other's index: x and x_1.</summary>
    public static bool MayBeSame(Node a, Node b) => (a, b) switch
    {
        (SymbolNode symbol, FunctionNode indexed) => indexed.Name == $"{symbol.Name}_",
        (FunctionNode indexed, SymbolNode symbol) => indexed.Name == $"{symbol.Name}_",
        _ => false,
    };

    private static bool IsDifferential(Node node) => node is CallNode { Operation: Operation.Multiply, Arguments: [SymbolNode { Name: "d" }, SymbolNode] };

    // AB is a segment; xy is a product.
    private static bool IsSegment(Node node) => node switch
    {
        SymbolNode { Name: [var letter] } => char.IsAsciiLetterUpper(letter),
        CallNode { Operation: Operation.Multiply, Arguments: [SymbolNode { Name: "m" }, FunctionNode { Name: "∠" }] } => true,
        CallNode { Operation: Operation.Multiply or Operation.Divide } call => call.Arguments.All(IsSegment),
        _ => false,
    };
}
