using DataEnvGym.Domains.Mathematics.Grading.Expressions;

namespace DataEnvGym.Domains.Mathematics.Grading.Parsing;

/// <summary>Functions, fractions, roots, sums over variables, environments.</summary>
internal sealed partial class Parser
{
    private Node Function(string name) => name switch
    {
        "frac" => CallNode.Of(Operation.Divide, Argument(), Argument()),
        "binom" => CallNode.Of(Operation.Binomial, Argument(), Argument()),
        "sqrt" => Root(),
        "cbrt" => CallNode.Of(Operation.Root, Argument(), NumberNode.Of(3)),
        "boxed" => Argument(),
        "sum" or "prod" or "int" or "lim" => BigOperator(name),
        "max" or "min" or "gcd" or "lcm" => new CallNode(Named(name), Atom() is var one && one is GroupNode group ? group.Items : [one]),
        _ => Applied(name),
    };

    private static Operation Named(string name) => name switch
    {
        "sin" => Operation.Sin,
        "cos" => Operation.Cos,
        "tan" => Operation.Tan,
        "cot" => Operation.Cot,
        "sec" => Operation.Sec,
        "csc" => Operation.Csc,
        "arcsin" => Operation.Arcsin,
        "arccos" => Operation.Arccos,
        "arctan" => Operation.Arctan,
        "sinh" => Operation.Sinh,
        "cosh" => Operation.Cosh,
        "tanh" => Operation.Tanh,
        "exp" => Operation.Exp,
        "abs" => Operation.Abs,
        "floor" => Operation.Floor,
        "ceil" => Operation.Ceiling,
        "max" => Operation.Max,
        "min" => Operation.Min,
        "gcd" => Operation.Gcd,
        "lcm" => Operation.Lcm,
        _ => throw new MathSyntaxException($"{name} stands at an unexpected place."),
    };

    // \sin^2 x is (\sin x)^2, and \sin^{-1} x is \arcsin x.
    private Node Applied(string name)
    {
        var radix = name == "log" && TryTake("_") ? Argument() : null;
        var exponent = TryTake("^") ? Argument() : null;
        var argument = FunctionArgument();
        var inverse = exponent is NumberNode { Value: var value } && value == Rational.Of(-1);
        var operation = inverse ? name switch { "sin" => "arcsin", "cos" => "arccos", "tan" => "arctan", _ => name } : name;
        Node call = operation switch
        {
            "ln" => CallNode.Of(Operation.Log, argument, new SymbolNode(Constants.E)),
            "log" => CallNode.Of(Operation.Log, argument, radix ?? NumberNode.Of(10)),
            _ => CallNode.Of(Named(operation), argument),
        };
        return exponent is null || operation != name ? call : CallNode.Of(Operation.Power, call, exponent);
    }

    // \sin 2x takes the product; \sin(x) takes its brackets; \sin x \cos x ends before the next function.
    private Node FunctionArgument()
    {
        if (Peek.Is("(") || Peek.Is("{") || Peek.Is("["))
        {
            return Atom();
        }

        if (++depth > MaxDepth)
        {
            throw new MathSyntaxException("The functions are nested too deeply.");
        }

        var argument = Peek.Is("-") ? Factor() : Power();
        while (Starts(Peek) && Peek.Kind is TokenKind.Number or TokenKind.Symbol || (Peek is { Kind: TokenKind.Function, Text: "frac" or "sqrt" }))
        {
            argument = CallNode.Of(Operation.Multiply, argument, Power());
        }

        while (Peek.Is("/") && Ahead(1).Kind == TokenKind.Number)
        {
            position++;
            argument = CallNode.Of(Operation.Divide, argument, Power());
        }

        depth--;
        return argument;
    }

    private CallNode Root()
    {
        var degree = (Node)NumberNode.Of(2);
        if (TryTake("["))
        {
            degree = Sum();
            Expect("]");
        }

        return CallNode.Of(Operation.Root, Argument(), degree);
    }

    // Without braces TeX takes one token: of \frac12 the 1, of \sqrt12 the 1.
    private Node Argument()
    {
        if (++depth > MaxDepth)
        {
            throw new MathSyntaxException("The answer is nested too deeply.");
        }

        var node = Peek is { Kind: TokenKind.Number, Text.Length: > 1, Number.Decimals: 0 } token ? FirstDigit(token) : Peek.Is("-") ? Factor() : Atom();
        depth--;
        return node;
    }

    private NumberNode FirstDigit(Token token)
    {
        // A root without braces takes the whole number: nobody means \sqrt{1}2 by \sqrt12.
        if (tokens[position - 1] is { Text: "sqrt" or "]" or "_" or "^" })
        {
            position++;
            return token.Number!;
        }

        var rest = token.Text[1..];
        tokens[position] = new(TokenKind.Number, rest, false, new(Rational.Of(System.Numerics.BigInteger.Parse(rest))));
        return NumberNode.Of(token.Text[0] - '0');
    }

    private BigOperatorNode BigOperator(string kind)
    {
        Node? from = null;
        Node? to = null;
        var variable = "x";
        while (Peek.Is("_") || Peek.Is("^"))
        {
            if (Take().Is("^"))
            {
                to = Argument();
            }
            else
            {
                (variable, from) = Lower();
            }
        }

        var body = kind == "int" ? Sum() : Product();
        return new(kind, kind == "int" ? Differential(body) : variable, from, to, body);
    }

    // k=0, x \to 0, or just a bound.
    private (string Variable, Node From) Lower()
    {
        if (!Peek.Is("{"))
        {
            return ("x", Argument());
        }

        position++;
        var name = Peek.Text;
        var assigned = Peek.Kind == TokenKind.Symbol && (Ahead(1).Is("=") || Ahead(1).Is("→") || Ahead(1).Is("∈"));
        position += assigned ? 2 : 0;
        var from = Union();
        Expect("}");
        return (assigned ? name : "x", from);
    }

    // The factor dx stays in the body, on both sides of a comparison alike; its letter is the bound variable.
    private static string Differential(Node body) => body is CallNode { Operation: Operation.Multiply, Arguments: [_, SymbolNode last] } ? last.Name : "x";

    private Node Environment(string name)
    {
        environments++;
        var rows = new List<IReadOnlyList<Node>>();
        while (Peek.Kind != TokenKind.EndEnvironment)
        {
            rows.Add(Row(name));
            if (!TryTake("\\\\") && !tokens[position - 1].Is(",") && Peek.Kind != TokenKind.EndEnvironment)
            {
                throw Unexpected();
            }
        }

        environments--;
        if (Take().Text != name || rows.Count == 0 || rows.Any(row => row.Count != rows[0].Count))
        {
            throw new MathSyntaxException("The rows of the matrix differ in length.");
        }

        if (rows[0].Count == 1 && name is "cases" or "aligned" or "align" or "gathered" or "gather")
        {
            // A system is the list of its equations, a derivation ends in its last line.
            return name == "cases" ? GroupNode.Bare([.. rows.Select(row => row[0])]) : rows[^1][0];
        }

        var matrix = new MatrixNode(rows);
        return name switch
        {
            "vmatrix" => CallNode.Of(Operation.Abs, matrix),
            "matrix" or "pmatrix" or "bmatrix" or "Bmatrix" or "array" or "smallmatrix" or "cases" => matrix,
            _ => throw new MathSyntaxException($"{name} is no matrix."),
        };
    }

    // Values by cases have commas and words before their conditions, and derivations may begin a line with =.
    private List<Node> Row(string environment)
    {
        if (environment is "aligned" or "align")
        {
            TryTake("=");
        }

        var row = new List<Node>();
        do
        {
            if (environment == "cases" && Peek is { Kind: TokenKind.Word, Text: "if" or "for" or "when" })
            {
                position++;
            }

            row.Add(Clause());
            TryTake(",");
        }
        while (TryTake("&"));

        return row;
    }
}
