namespace DataEnvGym.Domains.Mathematics.Grading.Expressions;

/// <summary>An answer, or a part of one, as a tree.</summary>
internal abstract record Node;

/// <summary>A number as it was written.</summary>
/// <param name="Value">Its exact value.</param>
/// <param name="Decimals">How many digits stand after the decimal point; 0 for integers.</param>
internal sealed record NumberNode(Rational Value, int Decimals = 0) : Node
{
    public static NumberNode Of(int value) => new(Rational.Of(value));
}

/// <summary>Digits with a base: <c>1011_2</c>.</summary>
internal sealed record BasedNumberNode(string Digits, int Base, Rational Value) : Node;

/// <summary>A variable or a constant; pi, e, i and infinity carry the names in <see cref="Constants"/>.</summary>
internal sealed record SymbolNode(string Name) : Node;

/// <summary>A known operation on its arguments.</summary>
internal sealed record CallNode(Operation Operation, IReadOnlyList<Node> Arguments) : Node
{
    public static CallNode Of(Operation operation, params Node[] arguments) => new(operation, arguments);
}

/// <summary>A function that only the problem knows: <c>f(x)</c>, and <c>a_n</c> as a function of its index.</summary>
internal sealed record FunctionNode(string Name, IReadOnlyList<Node> Arguments) : Node;

/// <summary>A sum, product, integral or limit over a bound variable.</summary>
internal sealed record BigOperatorNode(string Kind, string Variable, Node? From, Node? To, Node Body) : Node;

/// <summary>A value with a unit or another word behind it.</summary>
internal sealed record QuantityNode(Node Value, string Unit) : Node;

/// <summary>Items in brackets, or joined without any: tuples, intervals, sets and lists.</summary>
/// <param name="Open">The left bracket; a blank for a list without brackets.</param>
/// <param name="Close">The right bracket.</param>
/// <param name="Items">The items in their order.</param>
/// <param name="Alternatives">Whether "or" joins them.</param>
internal sealed record GroupNode(char Open, char Close, IReadOnlyList<Node> Items, bool Alternatives = false) : Node
{
    public bool IsBare => Open == ' ';

    public bool IsBraces => Open == '{';

    /// <summary>Whether it can be an interval: two ends in round or square brackets.</summary>
    public bool MayBeInterval => Items.Count == 2 && Open is '(' or '[' && Close is ')' or ']';

    public static GroupNode Bare(IReadOnlyList<Node> items, bool alternatives = false) => new(' ', ' ', items, alternatives);
}

/// <summary>A matrix or column vector: rows of equal length.</summary>
internal sealed record MatrixNode(IReadOnlyList<IReadOnlyList<Node>> Rows) : Node;

/// <summary>A chain of relations: sides with a comparator between each two.</summary>
internal sealed record RelationNode(IReadOnlyList<Node> Sides, IReadOnlyList<Comparator> Comparators) : Node;

/// <summary>Words.</summary>
internal sealed record TextNode(string Text) : Node;
