using DataEnvGym.Domains.Mathematics.Grading.Expressions;
using DataEnvGym.Domains.Mathematics.Grading.Parsing;

namespace DataEnvGym.Domains.Tests.Mathematics.Grading.Parsing;

/// <summary>Tokens and trees as text, so that a table can hold them.</summary>
internal static class Written
{
    /// <summary><c>2 \sin_x</c>: functions have a backslash, words quotation marks, and what a blank stands before has an underscore.</summary>
    public static string Of(IEnumerable<Token> tokens) => string.Join(' ', tokens.Select(token => (token.Spaced ? "_" : "") + token.Kind switch
    {
        TokenKind.Number => $"{token.Number!.Value}",
        TokenKind.Function => $"\\{token.Text}",
        TokenKind.Word => $"\"{token.Text}\"",
        TokenKind.Begin => $"<{token.Text}>",
        TokenKind.EndEnvironment => $"</{token.Text}>",
        _ => token.Text,
    }));

    /// <summary><c>Add(2, Sin(x))</c>; a number has as many points behind it as it has decimals, and a list without brackets is <c>list(1, 2)</c> or <c>or(1, 2)</c>.</summary>
    public static string Of(Node? node) => node switch
    {
        NumberNode number => $"{number.Value}{new string('.', number.Decimals)}",
        BasedNumberNode based => $"{based.Digits} base {based.Base}",
        SymbolNode symbol => symbol.Name,
        TextNode text => $"\"{text.Text}\"",
        CallNode call => $"{call.Operation}({List(call.Arguments)})",
        FunctionNode function => $"{function.Name}({List(function.Arguments)})",
        QuantityNode quantity => $"{Of(quantity.Value)} \"{quantity.Unit}\"",
        BigOperatorNode big => $"{big.Kind} {big.Variable} from {Of(big.From)} to {Of(big.To)} of {Of(big.Body)}",
        MatrixNode matrix => $"matrix {string.Join("; ", matrix.Rows.Select(List))}",
        RelationNode relation => Of(relation.Sides[0]) + string.Concat(relation.Comparators.Zip(relation.Sides.Skip(1), (comparator, side) => $" {comparator} {Of(side)}")),
        GroupNode { IsBare: true } group => $"{(group.Alternatives ? "or" : "list")}({List(group.Items)})",
        GroupNode group => $"{group.Open}{List(group.Items)}{group.Close}",
        _ => "nothing",
    };

    private static string List(IReadOnlyList<Node> nodes) => string.Join(", ", nodes.Select(Of));
}
