using DataEnvGym.Domains.Mathematics.Grading.Expressions;

namespace DataEnvGym.Domains.Mathematics.Grading.Comparison;

/// <summary>Brings answers of one meaning to one form: writes ± out, works matrices out, unwraps sets of one.</summary>
internal static class Simplifier
{
    public static Node Simplify(Node node, WorkBudget budget)
    {
        budget.Spend();
        if (node is GroupNode group)
        {
            return Group(group, budget);
        }

        if (HasSigns(node))
        {
            return GroupNode.Bare([Signed(node, upper: true), Signed(node, upper: false)]);
        }

        return node is CallNode && node.All().Any(part => part is MatrixNode) ? Matrices.WorkOut(node, budget) ?? node : node;
    }

    // What "1, 2 ± √3" lists is three numbers.
    private static Node Group(GroupNode group, WorkBudget budget)
    {
        var items = new List<Node>();
        foreach (var item in group.Items)
        {
            var simple = Simplify(item, budget);
            if (simple is GroupNode { IsBare: true } list && (group.IsBare || group.IsBraces) && HasSigns(item))
            {
                items.AddRange(list.Items);
            }
            else
            {
                items.Add(simple);
            }
        }

        return items.Count == 1 && (group.IsBraces || group.IsBare) ? items[0] : group with { Items = items };
    }

    private static bool HasSigns(Node node) => node is CallNode { Operation: Operation.PlusMinus or Operation.MinusPlus } || node.Children().Any(HasSigns);

    private static Node Signed(Node node, bool upper)
    {
        var children = node.Children().Select(child => Signed(child, upper)).ToList();
        if (node is not CallNode { Operation: Operation.PlusMinus or Operation.MinusPlus } call)
        {
            return children.Count == 0 ? node : node.With(children);
        }

        var plus = call.Operation == Operation.PlusMinus == upper;
        return children.Count == 2 ? new CallNode(plus ? Operation.Add : Operation.Subtract, children) : plus ? children[0] : CallNode.Of(Operation.Negate, children[0]);
    }
}
