using DataEnvGym.Domains.Mathematics.Grading.Expressions;

namespace DataEnvGym.Domains.Mathematics.Grading.Parsing;

/// <summary>
/// Reads an answer by recursive descent: lists of clauses, clauses of relations, relations of sums. A text that is not wholly read is no
/// mathematics.
/// </summary>
internal sealed partial class Parser
{
    // Deeper nesting is hostile, and recursion must end before the stack does.
    private const int MaxDepth = 80;

    private static readonly Token End = new(TokenKind.End, "");

    private readonly List<Token> tokens;
    private readonly WorkBudget budget;
    private int position;
    private int depth;
    private int bars;

    private Parser(List<Token> tokens, WorkBudget budget) => (this.tokens, this.budget) = (tokens, budget);

    /// <summary>The tree of an answer.</summary>
    /// <exception cref="MathSyntaxException">The text is no mathematics.</exception>
    public static Node Parse(string text, CommaStyle commas, WorkBudget budget)
    {
        var tokens = Lexer.Read(OlderNotation.Rewrite(text), commas, budget);
        var start = AfterArrow(tokens);
        var parser = new Parser(tokens[start..], budget);
        while (parser.Peek.Is("=") || parser.Peek.Is(":") || parser.Peek.Is("."))
        {
            parser.position++;
        }

        var node = parser.Answer();
        while (parser.Peek.Is(".") || parser.Peek.Is(",") || parser.Peek.Is(";") || parser.Peek.Is("\\\\"))
        {
            parser.position++;
        }

        return parser.Peek.Kind == TokenKind.End ? node : throw parser.Unexpected();
    }

    private Token Peek => Ahead(0);

    private Token Ahead(int count) => position + count < tokens.Count ? tokens[position + count] : End;

    private Token Take()
    {
        budget.Spend();
        var token = Peek;
        position++;
        return token;
    }

    private bool TryTake(string sign)
    {
        if (!Peek.Is(sign))
        {
            return false;
        }

        position++;
        return true;
    }

    private void Expect(string sign)
    {
        if (!TryTake(sign))
        {
            throw Unexpected();
        }
    }

    private MathSyntaxException Unexpected() => new($"\"{Peek.Text}\" stands at an unexpected place.");

    // What follows the last arrow of a derivation is its result.
    private static int AfterArrow(List<Token> tokens)
    {
        var arrow = tokens.FindLastIndex(token => token.Is("⇒"));
        return arrow >= 0 && arrow + 1 < tokens.Count ? arrow + 1 : 0;
    }

    // Semicolons separate more than commas do.
    private Node Answer()
    {
        var groups = new List<Node> { Clauses() };
        while (Peek.Is(";") && position + 1 < tokens.Count)
        {
            position++;
            groups.Add(Clauses());
        }

        return groups.Count == 1 ? groups[0] : GroupNode.Bare(groups);
    }

    private Node Clauses()
    {
        var (items, alternatives) = Items(Clause, semicolons: false);
        return items.Count == 1 ? items[0] : GroupNode.Bare(items, alternatives);
    }

    private (List<Node> Items, bool Alternatives) Items(Func<Node> item, bool semicolons)
    {
        var items = new List<Node> { item() };
        var alternatives = false;
        while (Separator(semicolons) is { } separator)
        {
            alternatives |= separator is "or" or "∨";
            if (Peek.Kind == TokenKind.End || IsClosing(Peek))
            {
                break;
            }

            items.Add(item());
        }

        return (items, alternatives);
    }

    // A comma may stand before "and" and "or".
    private string? Separator(bool semicolons)
    {
        string? separator = null;
        while (Peek is { Kind: TokenKind.Sign, Text: "," or "and" or "or" or "∧" or "∨" or "&" or ";" } token && (token.Text != ";" || semicolons) && (token.Text != "&" || environments == 0))
        {
            position++;
            separator = separator is "or" ? separator : token.Text;
        }

        return separator;
    }

    private static bool IsClosing(Token token) => token is { Kind: TokenKind.Sign, Text: ")" or "]" or "}" or "\\}" or "⟩" or "." };

    private Node Clause()
    {
        var sides = new List<Node> { Union() };
        var comparators = new List<Comparator>();
        while (ComparatorOf(Peek) is { } comparator)
        {
            position++;
            TryTake("&");
            sides.Add(Union());
            comparators.Add(comparator);
        }

        return comparators.Count == 0 ? sides[0] : new RelationNode(sides, comparators);
    }

    private static Comparator? ComparatorOf(Token token) => token.Kind != TokenKind.Sign ? null : token.Text switch
    {
        "=" => Comparator.Equal,
        "≠" => Comparator.NotEqual,
        "<" => Comparator.Less,
        "≤" => Comparator.LessOrEqual,
        ">" => Comparator.Greater,
        "≥" => Comparator.GreaterOrEqual,
        "∈" => Comparator.Element,
        _ => null,
    };

    private Node Union()
    {
        var left = Ratio();
        while (SetOperation(Peek) is { } operation)
        {
            position++;
            left = CallNode.Of(operation, left, Ratio());
        }

        return left;
    }

    private static Operation? SetOperation(Token token) => token.Kind != TokenKind.Sign ? null : token.Text switch
    {
        "∪" => Operation.Union,
        "∩" => Operation.Intersection,
        "∖" => Operation.Difference,
        _ => null,
    };

    private Node Ratio()
    {
        var parts = new List<Node> { Sum() };
        while (Peek.Is(":") && Starts(Ahead(1)))
        {
            position++;
            parts.Add(Sum());
        }

        return parts.Count == 1 ? parts[0] : new CallNode(Operation.Ratio, parts);
    }
}
