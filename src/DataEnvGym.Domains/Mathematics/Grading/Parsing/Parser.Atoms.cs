using DataEnvGym.Domains.Mathematics.Grading.Expressions;

namespace DataEnvGym.Domains.Mathematics.Grading.Parsing;

/// <summary>Numbers, symbols, brackets, matrices.</summary>
internal sealed partial class Parser
{
    private int environments;

    // Whether a token can begin a factor without a sign of multiplication before it.
    private bool Starts(Token token) => token.Kind switch
    {
        TokenKind.Number or TokenKind.Symbol or TokenKind.Begin => true,
        TokenKind.Function => token.Text != "pmod",
        TokenKind.Sign => token.Text is "(" or "[" or "{" or "\\{" or "abs(" or "⌊" or "⌈" or "⟨" || (token.Text == "|" && bars == 0),
        _ => false,
    };

    private Node Atom()
    {
        var token = Take();
        return token.Kind switch
        {
            TokenKind.Number => Number(token.Number!),
            TokenKind.Symbol => Symbol(token.Text),
            TokenKind.Word => WordAtom(token),
            TokenKind.Function => Function(token.Text),
            TokenKind.Begin => Environment(token.Text),
            TokenKind.Sign => Bracketed(token.Text),
            _ => throw Unexpected(),
        };
    }

    private TextNode WordAtom(Token first)
    {
        var words = new List<string> { first.Text };
        while (Peek.Kind == TokenKind.Word)
        {
            words.Add(Take().Text);
        }

        return new TextNode(string.Join(" ", words));
    }

    // 2 3/4 and 2\frac{3}{4} are mixed numbers.
    private NumberNode Number(NumberNode whole)
    {
        if (whole.Decimals > 0)
        {
            return whole;
        }

        var (top, bottom, length) = (Ahead(0), Ahead(1), Ahead(2)) switch
        {
            ({ Kind: TokenKind.Number, Spaced: true } a, { Kind: TokenKind.Sign, Text: "/" }, { Kind: TokenKind.Number } b) => (a.Number, b.Number, 3),
            ({ Kind: TokenKind.Function, Text: "frac" }, { Kind: TokenKind.Number, Number: { } both }, _) when both.Value.Numerator is var n && n > 9 && n < 100 =>
                (NumberNode.Of((int)n / 10), NumberNode.Of((int)n % 10), 2),
            ({ Kind: TokenKind.Function, Text: "frac" }, { Kind: TokenKind.Number } a, { Kind: TokenKind.Number } b) => (a.Number, b.Number, 3),
            ({ Kind: TokenKind.Function, Text: "frac" }, { Text: "{" }, { Kind: TokenKind.Number } a)
                when Ahead(3).Is("}") && Ahead(4).Is("{") && Ahead(5).Kind == TokenKind.Number && Ahead(6).Is("}") => (a.Number, Ahead(5).Number, 7),
            _ => (null, null, 0),
        };
        if (top is not { Decimals: 0 } || bottom is not { Decimals: 0 } || Rational.Divide(top.Value, bottom.Value) is not { } fraction || fraction.Floor() != 0)
        {
            return whole;
        }

        position += length;
        return new NumberNode(Rational.Add(whole.Value, fraction) ?? throw Unexpected());
    }

    private Node Symbol(string name)
    {
        if (name == "∅")
        {
            return new GroupNode('{', '}', []);
        }

        if (name is "∠" or "△" && Starts(Peek))
        {
            return new FunctionNode(name, [Sides()]);
        }

        var isFunction = name is "f" or "g" or "h" or "F" or "G" or "H" or "P" or "φ" or "ψ";
        name = isFunction ? name + Marks() : name;
        var called = isFunction && Peek.Is("(");
        return called && Atom() is var argument
            ? new FunctionNode(name, argument is GroupNode group ? group.Items : [argument])
            : new SymbolNode(name);
    }

    // f', f'' and f^{-1} are functions of their own where an argument follows.
    private string Marks()
    {
        var primes = 0;
        while (Ahead(primes).Is("'"))
        {
            primes++;
        }

        if (primes > 0 && Ahead(primes).Is("("))
        {
            position += primes;
            return new string('\'', primes);
        }

        if (Peek.Is("^") && Ahead(1).Is("{") && Ahead(2).Is("-") && Ahead(3).Text == "1" && Ahead(4).Is("}") && Ahead(5).Is("("))
        {
            position += 5;
            return "^-1";
        }

        return "";
    }

    // The letters behind the sign of an angle name it together.
    private Node Sides()
    {
        var node = Atom();
        while (Peek.Kind == TokenKind.Symbol)
        {
            node = CallNode.Of(Operation.Multiply, node, Atom());
        }

        return node;
    }

    private Node Bracketed(string open) => open switch
    {
        "(" or "[" or "⟨" or "]" or "\\{" => Group(open),
        "{" => Braced(),
        "|" or "abs(" or "‖" => Absolute(open),
        "⌊" => Enclosed(Operation.Floor, "⌋"),
        "⌈" => Enclosed(Operation.Ceiling, "⌉"),
        "+-" => CallNode.Of(Operation.PlusMinus, Atom()),
        "-" when depth < MaxDepth => NegatedAtom(),
        _ => throw new MathSyntaxException($"\"{open}\" stands at an unexpected place."),
    };

    private CallNode NegatedAtom()
    {
        depth++;
        var atom = Atom();
        depth--;
        return CallNode.Of(Operation.Negate, atom);
    }

    private CallNode Enclosed(Operation operation, string close)
    {
        var inner = Sum();
        Expect(close);
        return CallNode.Of(operation, inner);
    }

    private CallNode Absolute(string open)
    {
        var outer = bars;
        bars = open == "abs(" ? 0 : 1;
        var inner = Sum();
        Expect(open == "abs(" ? "abs)" : open);
        bars = outer;
        return CallNode.Of(Operation.Abs, inner);
    }

    // Braces group, unless a list stands in them.
    private Node Braced()
    {
        var outer = bars;
        bars = 0;
        if (TryTake("}"))
        {
            return Atom();
        }

        var (items, alternatives) = Items(Clause, semicolons: true);
        Expect("}");
        bars = outer;
        return items.Count == 1 ? items[0] : new GroupNode('{', '}', items, alternatives);
    }

    private Node Group(string open)
    {
        var outer = bars;
        bars = 0;
        var builder = open == "\\{" && SkipToCondition();
        if (open == "\\{" && TryTake("\\}"))
        {
            bars = outer;
            return new GroupNode('{', '}', []);
        }

        var (items, alternatives) = Items(Clause, semicolons: true);
        TryTake(".");
        var close = Take().Text;
        bars = outer;
        return (open, close) switch
        {
            ("\\{", "\\}") when builder => items.Count == 1 ? items[0] : GroupNode.Bare(items, alternatives),
            ("\\{", "\\}") => new GroupNode('{', '}', items, alternatives),
            ("⟨", "⟩") => new GroupNode('(', ')', items),
            ("(", ")") or ("[", "]") when items.Count == 1 => items[0],
            ("(" or "[", ")" or "]") => new GroupNode(open[0], close[0], items, alternatives),
            // ]0, 1[ and its like write open ends as brackets turned away.
            ("]" or "(" or "[", "[" or "]") when items.Count == 2 => new GroupNode(open == "[" ? '[' : '(', close == "]" ? ']' : ')', items),
            _ => throw Unexpected(),
        };
    }

    // {x | x > 3} and {x ∈ ℝ | x > 3} are their conditions.
    private bool SkipToCondition()
    {
        var bar = Ahead(1).Is("∈") ? 3 : 1;
        if (Peek.Kind != TokenKind.Symbol || !(Ahead(bar).Is("|") || Ahead(bar).Is(":")))
        {
            return false;
        }

        position += bar + 1;
        return true;
    }
}
