using DataEnvGym.Domains.Mathematics.Grading.Expressions;

namespace DataEnvGym.Domains.Mathematics.Grading.Comparison;

/// <summary>Reads sets of real numbers from intervals, unions, sets of numbers, and inequalities in one unknown.</summary>
internal sealed class RealSetReader(ScalarComparer scalars, WorkBudget budget)
{
    /// <summary>
    /// What a node may mean as a set. <c>1 ≤ |z| ≤ 2</c> has two readings: the values of z, and those of |z|. None where it is no such set.
    /// </summary>
    public IReadOnlyList<RealSet> Read(Node node)
    {
        var readings = new List<RealSet?> { Set(node) };
        if (node is RelationNode { Sides: [_, CallNode { Operation: Operation.Abs }, _] } chain)
        {
            readings.Add(Set(chain with { Sides = [chain.Sides[0], new SymbolNode("x"), chain.Sides[2]] }));
        }

        return [.. readings.OfType<RealSet>()];
    }

    private RealSet? Set(Node node) => node switch
    {
        SymbolNode { Name: Constants.Reals } => new RealSet([], _ => true),
        TextNode { Text: var text } when PlainText.Of(text) is "allrealnumbers" or "allreals" or "allreal" => new RealSet([], _ => true),
        RelationNode { Comparators: [Comparator.Element] } relation => Set(relation.Sides[1]),
        RelationNode relation => Inequalities.Read(relation, scalars, budget),
        GroupNode { IsBraces: true } or GroupNode { IsBare: true } => List((GroupNode)node),
        GroupNode { MayBeInterval: true } interval => Interval(interval),
        CallNode { Operation: Operation.Union, Arguments: [var a, var b] } => Combine(a, b, (x, y) => x || y),
        CallNode { Operation: Operation.Intersection, Arguments: [var a, var b] } => Combine(a, b, (x, y) => x && y),
        CallNode { Operation: Operation.Difference, Arguments: [var a, var b] } => Combine(a, b, (x, y) => x && !y),
        CallNode { Operation: Operation.Subtract, Arguments: [SymbolNode { Name: Constants.Reals } a, GroupNode b] } => Combine(a, b, (x, y) => x && !y),
        _ => null,
    };

    private RealSet? Combine(Node a, Node b, Func<bool, bool, bool> rule) => Set(a) is { } left && Set(b) is { } right ? RealSet.Combine(left, right, rule) : null;

    private RealSet? Interval(GroupNode interval)
    {
        if (End(interval.Items[0]) is not { } low || End(interval.Items[1]) is not { } high || low >= high)
        {
            return null;
        }

        return new([low, high], x => RealSet.Near(x, low) ? interval.Open == '[' : RealSet.Near(x, high) ? interval.Close == ']' : x > low && x < high);
    }

    private double? End(Node node) => node switch
    {
        SymbolNode { Name: Constants.Infinity } => double.PositiveInfinity,
        CallNode { Operation: Operation.Negate, Arguments: [SymbolNode { Name: Constants.Infinity }] } => double.NegativeInfinity,
        _ => scalars.Constant(node) is { IsReal: true } value ? value.Value.Real : null,
    };

    // (1, 2), (3, 4) lists points rather than intervals.
    private static bool IsPoint(Node node) => node is GroupNode { Open: '(', Close: ')' } && !node.All().Any(part => part is SymbolNode { Name: Constants.Infinity });

    // Numbers, or conditions: "or" joins them; a comma does if together they could never hold.
    private RealSet? List(GroupNode group)
    {
        if (group.Items.All(item => item.IsScalar()))
        {
            var values = group.Items.Select(item => scalars.Constant(item)).ToList();
            return values.TrueForAll(value => value is { IsReal: true }) ? RealSet.Points([.. values.Select(value => value!.Value.Value.Real)]) : null;
        }

        if (group.Items.All(IsPoint))
        {
            return null;
        }

        var variables = group.Items.OfType<RelationNode>().Select(relation => string.Join(' ', relation.Variables())).Distinct().Count();
        var sets = group.Items.Select(Set).ToList();
        if (sets.Contains(null) || variables > 1)
        {
            return null;
        }

        var any = sets.Aggregate((a, b) => RealSet.Combine(a!, b!, (x, y) => x || y))!;
        var all = sets.Aggregate((a, b) => RealSet.Combine(a!, b!, (x, y) => x && y))!;
        return group.Alternatives || group.IsBraces || group.Items.Any(item => item is not RelationNode) || all.IsEmpty() ? any : all;
    }
}
