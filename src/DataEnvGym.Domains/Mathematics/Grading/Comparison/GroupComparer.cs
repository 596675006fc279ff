using DataEnvGym.Domains.Mathematics.Grading.Expressions;

namespace DataEnvGym.Domains.Mathematics.Grading.Comparison;

/// <summary>
/// Compares lists, sets, tuples and intervals. Sets and lists without brackets have no order; tuples and intervals do. A list without brackets is
/// also a tuple whose brackets were forgotten, in its order. A set in braces is never a tuple.
/// </summary>
internal sealed class GroupComparer(AnswerComparer comparer, ScalarComparer scalars)
{
    // The number of pairs grows with the square.
    private const int MaxUnordered = 120;

    public Outcome Compare(GroupNode a, GroupNode b)
    {
        if (IsUnordered(a) && IsUnordered(b))
        {
            var (left, right) = (NamesOf(a), NamesOf(b));
            return Differ(left) == Differ(right) ? Unordered(a.Items, b.Items)
                : !a.IsBraces && !b.IsBraces && (left.Count == 0 || right.Count == 0) ? Ordered(a, b, "list: in order")
                : Outcome.Different("list: names and no names");
        }

        if (a.IsBraces || b.IsBraces)
        {
            return Outcome.Different("set: a set is no tuple");
        }

        return IsTuple(a, b) || IsTuple(b, a) || (!a.IsBare && !b.IsBare && BracketsAgree(a, b))
            ? Ordered(a, b, a.MayBeInterval && b.MayBeInterval ? "tuple: the same ends" : "tuple: in order")
            : Outcome.Different("interval: open and closed ends differ");
    }

    /// <summary>A list or set in which no item stands twice.</summary>
    public Node WithoutRepeats(Node node)
    {
        if (node is not GroupNode { Items.Count: > 1 and <= MaxUnordered } group || !IsUnordered(group))
        {
            return node;
        }

        var items = new List<Node>();
        foreach (var item in group.Items)
        {
            if (!items.Exists(known => comparer.Compare(known, item).Equal))
            {
                items.Add(item);
            }
        }

        return items.Count == 1 ? items[0] : group with { Items = items };
    }

    /// <summary>Whether the items may be values of one thing: no letters alone, and not each of them the value of another unknown.</summary>
    public bool AreOfOneUnknown(GroupNode group) =>
        NamesOf(group) is var names && (names.Count < 2 || names.Distinct().Count() < names.Count) && !group.Items.All(item => item is SymbolNode && item.Variables().Count > 0);

    private static bool IsUnordered(GroupNode group) => group.IsBare || group.IsBraces;

    private Outcome Unordered(IReadOnlyList<Node> a, IReadOnlyList<Node> b)
    {
        if (a.Count != b.Count || a.Count > MaxUnordered)
        {
            return Outcome.Different("set: different numbers of items");
        }

        var rest = b.ToList();
        foreach (var item in a)
        {
            var match = rest.FindIndex(other => comparer.Compare(item, other).Equal);
            if (match < 0)
            {
                return Outcome.Different("set: an item has no equal");
            }

            rest.RemoveAt(match);
        }

        return Outcome.Same("set: the same items");
    }

    private Outcome Ordered(GroupNode a, GroupNode b, string rule) =>
        new(a.Items.Count == b.Items.Count && a.Items.Zip(b.Items).All(pair => comparer.Compare(pair.First, pair.Second).Equal), rule);

    // An interval's ends are open or closed; longer rows in square brackets are vectors. Infinity is never an end that belongs.
    private static bool BracketsAgree(GroupNode a, GroupNode b) => a.MayBeInterval
        ? b.MayBeInterval && (a.Open == b.Open || (IsInfinite(a.Items[0]) && IsInfinite(b.Items[0]))) && (a.Close == b.Close || (IsInfinite(a.Items[1]) && IsInfinite(b.Items[1])))
        : !b.MayBeInterval;

    private static bool IsInfinite(Node node) => node.All().Any(part => part is SymbolNode { Name: Constants.Infinity });

    // Two items in square brackets are an interval, and no list whose brackets were forgotten.
    private static bool IsTuple(GroupNode list, GroupNode group) =>
        list is { IsBare: true, Alternatives: false } && (group is { IsBare: true, Alternatives: false } or { Open: '(', Close: ')' } || (!group.MayBeInterval && group.Open == '['));

    // The names that the items give values to, without their indices.
    private List<string> NamesOf(GroupNode group) =>
        [.. group.Items.OfType<RelationNode>().Select(relation => Assignment.Of(relation, scalars)?.Name is { } name ? Names.Base(name) : null).OfType<string>()];

    // x = 1, y = 2 says which is which; x_1 = 1, x_2 = 2 are two values of one kind.
    private static bool Differ(List<string> names) => names.Distinct().Count() > 1;
}
