using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MutantsBench;

/// <summary>One small fault that can be switched on in a file of source.</summary>
/// <param name="Host">The node that gets the switch.</param>
/// <param name="Line">Its first line, counted from one.</param>
/// <param name="What">The change, for a reader.</param>
/// <param name="Plant">The node with the switch in it, from the node as rewritten so far and the text of the switch.</param>
internal sealed record Mutation(SyntaxNode Host, int Line, string What, Func<SyntaxNode, string, SyntaxNode> Plant);

/// <summary>Finds the faults that a file can have.</summary>
internal static class Mutations
{
    private static readonly Dictionary<SyntaxKind, string> Operators = new()
    {
        [SyntaxKind.LessThanToken] = "<=", [SyntaxKind.LessThanEqualsToken] = "<", [SyntaxKind.GreaterThanToken] = ">=", [SyntaxKind.GreaterThanEqualsToken] = ">",
        [SyntaxKind.EqualsEqualsToken] = "!=", [SyntaxKind.ExclamationEqualsToken] = "==", [SyntaxKind.AmpersandAmpersandToken] = "||", [SyntaxKind.BarBarToken] = "&&",
        [SyntaxKind.PlusToken] = "-", [SyntaxKind.MinusToken] = "+", [SyntaxKind.AsteriskToken] = "/", [SyntaxKind.SlashToken] = "*",
    };

    private static readonly Dictionary<string, string> Methods = new()
    {
        ["All"] = "Any", ["Any"] = "All", ["Min"] = "Max", ["Max"] = "Min", ["Floor"] = "Ceiling", ["Ceiling"] = "Floor", ["First"] = "Last", ["Last"] = "First",
        ["StartsWith"] = "EndsWith", ["EndsWith"] = "StartsWith", ["IndexOf"] = "LastIndexOf", ["LastIndexOf"] = "IndexOf", ["OrderBy"] = "OrderByDescending",
    };

    public static IEnumerable<Mutation> Of(SyntaxNode root)
    {
        var constants = root.DescendantNodes().OfType<FieldDeclarationSyntax>().Where(field => field.Modifiers.Any(SyntaxKind.ConstKeyword))
            .SelectMany(field => field.Declaration.Variables).Where(variable => variable.Initializer!.Value is LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NumericLiteralExpression })
            .Select(variable => variable.Identifier.Text).ToHashSet();
        return root.DescendantNodes().Where(node => !IsFixed(node)).SelectMany(node => At(node, constants)).OfType<Mutation>();
    }

    private static IEnumerable<Mutation?> At(SyntaxNode node, HashSet<string> constants) => node switch
    {
        BinaryExpressionSyntax binary when Operators.TryGetValue(binary.OperatorToken.Kind(), out var other) && !IsText(binary) =>
            [Swap(binary, $"{binary.Left} {other} {binary.Right}")],
        RelationalPatternSyntax pattern => [Swap(pattern, $"{Operators[pattern.OperatorToken.Kind()]} {pattern.Expression}")],
        BinaryPatternSyntax { RawKind: (int)SyntaxKind.OrPattern } either => [Swap(either, either.Left.ToString()), Swap(either, either.Right.ToString())],
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } negation => [Swap(negation, negation.Operand.ToString())],
        LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NumericLiteralExpression } number => [Swap(number, $"({number} + 1)")],
        IdentifierNameSyntax name when constants.Contains(name.Identifier.Text) => [Swap(name, $"({name} + 1)")],
        LiteralExpressionSyntax { RawKind: (int)SyntaxKind.TrueLiteralExpression, Parent: not WhileStatementSyntax } yes => [Swap(yes, "false")],
        LiteralExpressionSyntax { RawKind: (int)SyntaxKind.FalseLiteralExpression } no => [Swap(no, "true")],
        LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } entry when IsEntry(entry) => [Swap(entry, WithoutLastWord(entry.Token.ValueText))],
        IdentifierNameSyntax { Parent: MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax } access } method
            when access.Name == method && Methods.TryGetValue(method.Identifier.Text, out var other) => [Swap(method, other)],
        ExpressionSyntax { Parent: IfStatementSyntax or ConditionalExpressionSyntax or WhenClauseSyntax } condition when IsCondition(condition) =>
            [Switch(condition, "never: ", (text, on) => $"!{on} && ({text})"), DeclaresNames(condition) ? null : Switch(condition, "always: ", (text, on) => $"{on} || ({text})")],
        SwitchExpressionArmSyntax { Pattern: not DiscardPatternSyntax } arm => [new(arm, Line(arm), $"dropped: {arm.Pattern} {arm.WhenClause}", WithoutArm)],
        ExpressionStatementSyntax statement when !statement.DescendantNodes().Any(inner => inner is DeclarationExpressionSyntax) =>
            [new(statement, Line(statement), $"dropped: {statement}", (done, on) => SyntaxFactory.ParseStatement($"if (!{on}) {{ {done} }}"))],
        _ => [],
    };

    // What the compiler wants to know, and the bookkeeping of the work budget, which says when to give up and not what is right.
    private static bool IsFixed(SyntaxNode node) => node.AncestorsAndSelf().Any(above => above switch
    {
        AttributeSyntax or ParameterSyntax or EnumMemberDeclarationSyntax or CaseSwitchLabelSyntax or ThrowExpressionSyntax or ThrowStatementSyntax => true,
        FieldDeclarationSyntax field => field.Modifiers.Any(SyntaxKind.ConstKeyword),
        ExpressionStatementSyntax { Expression: InvocationExpressionSyntax call } => call.Expression.ToString() is "budget.Spend" || call.Expression.ToString().Contains("ThrowIf", StringComparison.Ordinal),
        _ => false,
    });

    private static bool IsText(BinaryExpressionSyntax binary) => binary.DescendantNodes().Any(node => node is InterpolatedStringExpressionSyntax || node.IsKind(SyntaxKind.StringLiteralExpression))
        && binary.IsKind(SyntaxKind.AddExpression);

    private static bool IsEntry(LiteralExpressionSyntax text) =>
        text.Ancestors().Any(node => node is EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax or VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax } });

    private static string WithoutLastWord(string words) =>
        SymbolDisplay.FormatLiteral(words.TrimEnd().LastIndexOf(' ') is > 0 and var cut ? words[..cut] + (words.EndsWith(' ') ? " " : "") : words + "\u0001", quote: true);

    private static bool IsCondition(ExpressionSyntax expression) => expression.Parent switch
    {
        IfStatementSyntax statement => statement.Condition == expression,
        ConditionalExpressionSyntax choice => choice.Condition == expression,
        _ => true,
    };

    private static bool DeclaresNames(SyntaxNode node) => node.DescendantNodesAndSelf().Any(inner => inner is SingleVariableDesignationSyntax);

    private static Mutation? Swap(SyntaxNode node, string other)
    {
        if (HostOf(node) is not { } host || (DeclaresNames(host) && host is not SwitchExpressionSyntax))
        {
            return null;
        }

        var (text, at) = (host.ToString(), node.SpanStart - host.SpanStart);
        var mutated = text[..at] + other + text[(at + node.Span.Length)..];
        return new(host, Line(node), $"{node} => {other}", (done, on) => SyntaxFactory.ParseExpression($"({on} ? {mutated} : {done})"));
    }

    // In a pattern there is no room for a switch: the whole comparison or choice stands twice. So does a call of which the name changes.
    private static SyntaxNode? HostOf(SyntaxNode node) => node.AncestorsAndSelf().OfType<PatternSyntax>().LastOrDefault() switch
    {
        { Parent: IsPatternExpressionSyntax comparison } => comparison,
        { Parent: SwitchExpressionArmSyntax arm } => arm.Parent,
        { } => null,
        null => node.Parent is MemberAccessExpressionSyntax access && access.Name == node ? access.Parent : node,
    };

    private static Mutation Switch(ExpressionSyntax condition, string what, Func<string, string, string> form) =>
        new(condition, Line(condition), what + condition, (done, on) => SyntaxFactory.ParseExpression($"({form(done.ToString(), on)})"));

    private static SwitchExpressionArmSyntax WithoutArm(SyntaxNode done, string on)
    {
        var arm = (SwitchExpressionArmSyntax)done;
        var condition = SyntaxFactory.ParseExpression(arm.WhenClause is { } when ? $"!{on} && ({when.Condition})" : $"!{on}");
        return arm.WithWhenClause(SyntaxFactory.WhenClause(condition).WithLeadingTrivia(SyntaxFactory.Space).WithTrailingTrivia(SyntaxFactory.Space)).NormalizeWhitespace();
    }

    private static int Line(SyntaxNode node) => node.GetLocation().GetLineSpan().StartLinePosition.Line + 1;
}
