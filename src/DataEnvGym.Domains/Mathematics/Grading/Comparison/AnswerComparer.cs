using DataEnvGym.Domains.Mathematics.Grading.Expressions;

namespace DataEnvGym.Domains.Mathematics.Grading.Comparison;

/// <summary>Compares two answers, by what each of them is.</summary>
internal sealed class AnswerComparer
{
    private const int MaxDepth = 100;

    private readonly WorkBudget budget;
    private readonly ScalarComparer scalars;
    private readonly RelationComparer relations;
    private readonly GroupComparer groups;
    private int depth;

    public AnswerComparer(WorkBudget budget)
    {
        this.budget = budget;
        scalars = new(budget);
        relations = new(this, scalars, budget);
        groups = new(this, scalars);
    }

    public Outcome Compare(Node gold, Node prediction)
    {
        budget.Spend(4);
        if (++depth > MaxDepth)
        {
            throw new WorkBudgetException();
        }

        var outcome = Simple(groups.WithoutRepeats(Simplifier.Simplify(gold, budget)), groups.WithoutRepeats(Simplifier.Simplify(prediction, budget)));
        depth--;
        return outcome;
    }

    private Outcome Simple(Node a, Node b) => (a, b) switch
    {
        (TextNode or QuantityNode { Value: TextNode }, _) or (_, TextNode or QuantityNode { Value: TextNode }) => Sets(a, b) ?? Words(a, b),
        (RelationNode left, RelationNode right) => relations.Compare(left, right),
        (RelationNode relation, _) => relations.CompareToValue(relation, b),
        (_, RelationNode relation) => relations.CompareToValue(relation, a),
        (MatrixNode left, MatrixNode right) => Matrix(left, right),
        (MatrixNode matrix, GroupNode group) => Vector(matrix, group),
        (GroupNode group, MatrixNode matrix) => Vector(matrix, group),
        (GroupNode left, GroupNode right) => Connectives(left, right) ?? (groups.Compare(left, right) is { Equal: true } same ? same : Sets(a, b) ?? groups.Compare(left, right)),
        _ when a.IsScalar() && b.IsScalar() => scalars.Compare(a, b),
        (CallNode left, CallNode right) when Sets(a, b) is null => Parts(left, right),
        _ => Sets(a, b) ?? Outcome.Different("kind: answers of different kinds"),
    };

    /// <summary>The comparison of two sets of real numbers; nothing where one of them is none or they are plain lists of values.</summary>
    public Outcome? Sets(Node a, Node b)
    {
        if (a is GroupNode { Open: not ('(' or '[') } && b is GroupNode { Open: not ('(' or '[') } && !HasRelation(a) && !HasRelation(b))
        {
            return null;
        }

        if (HasRelation(a) && HasRelation(b) && !a.Variables().SequenceEqual(b.Variables()))
        {
            return Outcome.Different("relation: different unknowns");
        }

        var readings = new RealSetReader(scalars, budget);
        var (left, right) = (readings.Read(a), readings.Read(b));
        return left.Count == 0 || right.Count == 0 ? null
            : new(left.Any(x => right.Any(y => RealSet.Same(x, y))), "interval: sets of real numbers");
    }

    // "x = 1 or x = 2" and "x = 1 and x = 2" name the same values; between conditions, values of several unknowns and letters the word makes a difference.
    private Outcome? Connectives(GroupNode a, GroupNode b) =>
        !a.IsBare || !b.IsBare || a.Alternatives == b.Alternatives ? null
        : groups.AreOfOneUnknown(a) && groups.AreOfOneUnknown(b) ? a.Items.Concat(b.Items).Any(IsInequality) ? Sets(a, b) : null
        : Outcome.Different("list: and is not or");

    private static bool IsInequality(Node node) => node is RelationNode relation && relation.Comparators.Any(comparator => comparator is not Comparator.Equal);

    private static bool HasRelation(Node node) => node is RelationNode || (node is GroupNode group && group.Items.Any(HasRelation));

    private Outcome Matrix(MatrixNode a, MatrixNode b) => new(
        a.Rows.Count == b.Rows.Count && a.Rows[0].Count == b.Rows[0].Count
            && a.Rows.SelectMany(row => row).Zip(b.Rows.SelectMany(row => row)).All(pair => Compare(pair.First, pair.Second).Equal),
        "matrix: entry by entry");

    // A column or row may be written as a tuple.
    private Outcome Vector(MatrixNode matrix, GroupNode group)
    {
        var entries = matrix.Rows.SelectMany(row => row).ToList();
        return new(
            (matrix.Rows.Count == 1 || matrix.Rows[0].Count == 1) && group is { Open: '(', Close: ')' } or { Open: '[', Close: ']' } && entries.Count == group.Items.Count
                && entries.Zip(group.Items).All(pair => Compare(pair.First, pair.Second).Equal),
            "vector: entry by entry");
    }

    // Unions of intervals whose ends are formulas.
    private Outcome Parts(CallNode a, CallNode b) => new(
        a.Operation == b.Operation && a.Arguments.Count == b.Arguments.Count && a.Arguments.Zip(b.Arguments).All(pair => Compare(pair.First, pair.Second).Equal),
        "parts: part by part");

    private static Outcome Words(Node a, Node b) => new(WordsOf(a) is { } left && left == WordsOf(b), "text");

    private static string? WordsOf(Node node) => node switch
    {
        TextNode text => PlainText.Of(text.Text),
        SymbolNode symbol => PlainText.Of(symbol.Name),
        QuantityNode { Value: var value } quantity when WordsOf(value) is { } words => words + PlainText.Of(quantity.Unit),
        _ => null,
    };
}
