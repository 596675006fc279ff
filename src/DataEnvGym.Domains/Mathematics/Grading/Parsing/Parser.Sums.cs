using DataEnvGym.Domains.Mathematics.Grading.Expressions;

namespace DataEnvGym.Domains.Mathematics.Grading.Parsing;

/// <summary>Sums, products, powers.</summary>
internal sealed partial class Parser
{
    private Node Sum()
    {
        if (++depth > MaxDepth)
        {
            throw new MathSyntaxException("The answer is nested too deeply.");
        }

        var left = Signed();
        while (SumOperation(Peek) is { } operation)
        {
            position++;
            TryTake("&");
            left = CallNode.Of(operation, left, Product());
        }

        depth--;
        return left;
    }

    // A minus binds looser than a product: -x^2 is -(x^2).
    private Node Signed()
    {
        if (TryTake("+"))
        {
            return Product();
        }

        return SumOperation(Peek) switch
        {
            Operation.Subtract => Negated(),
            Operation.PlusMinus or Operation.MinusPlus when Take() is var sign => CallNode.Of(sign.Text == "+-" ? Operation.PlusMinus : Operation.MinusPlus, Product()),
            _ => Product(),
        };
    }

    private Node Negated()
    {
        position++;
        return Product() switch
        {
            NumberNode number => number with { Value = number.Value.Negate() },
            QuantityNode { Value: NumberNode number } quantity => quantity with { Value = number with { Value = number.Value.Negate() } },
            CallNode { Operation: Operation.Percent } percent => CallNode.Of(Operation.Percent, CallNode.Of(Operation.Negate, percent.Arguments[0])),
            var product => CallNode.Of(Operation.Negate, product),
        };
    }

    private static Operation? SumOperation(Token token) => token.Kind != TokenKind.Sign ? null : token.Text switch
    {
        "+" => Operation.Add,
        "-" => Operation.Subtract,
        "+-" => Operation.PlusMinus,
        "-+" => Operation.MinusPlus,
        _ => null,
    };

    private Node Product()
    {
        var left = Factor();
        while (true)
        {
            if (Peek.Is("*") || (Peek.Is("/") && Ahead(1).Kind != TokenKind.Word))
            {
                var operation = Take().Text == "*" ? Operation.Multiply : Operation.Divide;
                left = CallNode.Of(operation, left, Factor());
            }
            else if (Peek is { Kind: TokenKind.Function, Text: "mod" })
            {
                position++;
                left = CallNode.Of(Operation.Mod, left, Factor());
            }
            else if (Peek.Kind == TokenKind.Word || (Peek.Is("/") && Ahead(1).Kind == TokenKind.Word))
            {
                return Measured(left, Words());
            }
            else if (Starts(Peek) && !IsTurnedBracket() && (Peek.Kind != TokenKind.Number || tokens[position - 1].Kind != TokenKind.Number))
            {
                left = CallNode.Of(Operation.Multiply, left, Power());
            }
            else
            {
                return left;
            }
        }
    }

    // ]0,1[ and ]0,1[ ∪ ]2,3[ end in brackets turned away.
    private bool IsTurnedBracket() => Peek.Is("[") && (Ahead(1).Kind == TokenKind.End || Ahead(1).Is("∪") || Ahead(1).Is("∩"));

    // After a sign of multiplication a sign of the number may stand: 2*-3.
    private Node Factor()
    {
        if (Peek.Is("-") && depth < MaxDepth)
        {
            position++;
            depth++;
            var negated = CallNode.Of(Operation.Negate, Factor());
            depth--;
            return negated;
        }

        return Power();
    }

    private Node Power()
    {
        var left = Postfixed(Atom());
        if (!Peek.Is("^"))
        {
            return left;
        }

        position++;
        if (Peek.Is("°") || (Peek.Is("{") && Ahead(1).Is("°") && Ahead(2).Is("}")))
        {
            position += Peek.Is("°") ? 1 : 3;
            return Postfixed(Degrees(left));
        }

        if (Peek.Is("'"))
        {
            return left;
        }

        if (++depth > MaxDepth)
        {
            throw new MathSyntaxException("The powers are nested too deeply.");
        }

        var exponent = Peek.Is("-") ? Factor() : Power();
        depth--;
        return Postfixed(CallNode.Of(Operation.Power, left, exponent));
    }

    private Node Postfixed(Node node)
    {
        while (true)
        {
            if (TryTake("!"))
            {
                node = CallNode.Of(Operation.Factorial, node);
            }
            else if (TryTake("%"))
            {
                node = CallNode.Of(Operation.Percent, node);
            }
            else if (TryTake("°"))
            {
                node = Degrees(node);
            }
            else if (Peek.Is("_"))
            {
                position++;
                node = Subscripted(node, Atom());
            }
            else if (Peek.Is("'") && node is SymbolNode symbol)
            {
                position++;
                node = new SymbolNode($"{symbol.Name}'");
            }
            else
            {
                return node;
            }

            budget.Spend();
        }
    }

    // An angle, or a temperature where a scale follows.
    private Node Degrees(Node value)
    {
        var degrees = CallNode.Of(Operation.Degree, value);
        return Peek is { Kind: TokenKind.Symbol, Text: "C" or "F" } ? new QuantityNode(degrees, Take().Text == "C" ? "celsius" : "fahrenheit") : degrees;
    }

    // Digits with a subscript are written in a base; anything else with a subscript is a function of it.
    private static Node Subscripted(Node node, Node index) => (node, index) switch
    {
        (NumberNode { Value.IsInteger: true } number, NumberNode { Value.IsInteger: true } radix) => Based(number.Value.Numerator.ToString(), radix.Value),
        (SymbolNode symbol, TextNode text) => new SymbolNode($"{symbol.Name}_{text.Text}"),
        (SymbolNode symbol, _) => new FunctionNode($"{symbol.Name}_", [index]),
        _ => throw new MathSyntaxException("The subscript stands at an unexpected place."),
    };

    private static BasedNumberNode Based(string digits, Rational radix)
    {
        if (radix.Numerator < 2 || radix.Numerator > 16 || digits.Length > 200)
        {
            throw new MathSyntaxException("The base is not from 2 to 16.");
        }

        var value = Rational.Zero;
        foreach (var digit in digits)
        {
            value = Rational.Of(value.Numerator * radix.Numerator + (digit - '0'));
        }

        return digits.All(digit => digit - '0' < radix.Numerator) ? new(digits, (int)radix.Numerator, value) : throw new MathSyntaxException("A digit is too large for the base.");
    }

    // 3.5 million is a number, and may have a unit behind it.
    private Node Measured(Node value, string words)
    {
        var (first, rest) = words.IndexOf(' ') is > 0 and var blank ? (words[..blank], words[(blank + 1)..]) : (words, "");
        if (Units.Zeros(first) is not { } zeros)
        {
            return new QuantityNode(value, words);
        }

        var scale = Rational.Of(System.Numerics.BigInteger.Pow(10, zeros));
        Node scaled = value is NumberNode number ? new NumberNode(Rational.Multiply(number.Value, scale) ?? throw Unexpected(), Math.Max(0, number.Decimals - zeros))
            : CallNode.Of(Operation.Multiply, value, new NumberNode(scale));
        return rest.Length == 0 ? scaled : new QuantityNode(scaled, rest);
    }

    // "cm", "square cm", "km/h", "cm^2": all words up to the next sign.
    private string Words()
    {
        var words = new List<string>();
        while (Peek.Kind == TokenKind.Word || (Peek.Is("/") && Ahead(1).Kind == TokenKind.Word))
        {
            words.Add(Take().Text.ToLowerInvariant());
            while (Peek.Is("^") || Peek.Is("."))
            {
                if (!Take().Is("."))
                {
                    words[^1] += $"^{UnitPower()}";
                }
            }
        }

        return string.Join(" ", words);
    }

    private string UnitPower()
    {
        var braces = TryTake("{");
        var sign = TryTake("-") ? "-" : "";
        var power = Take();
        if (braces)
        {
            Expect("}");
        }

        return power.Kind == TokenKind.Number ? sign + power.Text : throw Unexpected();
    }
}
