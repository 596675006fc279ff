using System.Text.RegularExpressions;
using DataEnvGym.Domains.Mathematics.Grading.Comparison;
using DataEnvGym.Domains.Mathematics.Grading.Expressions;
using DataEnvGym.Domains.Mathematics.Grading.Parsing;

namespace DataEnvGym.Domains.Mathematics.Grading.Parity;

/// <summary>
/// Compares normalised answers as the original does with SymPy: if both can be read as a formula, their difference must be zero; else the texts must be
/// the same. Read as there: letters are variables one by one (π, e and i too), and a whole number before a fraction multiplies it. Tuples, sets, intervals, matrices, relations, percent and ± are no formulas.
/// </summary>
internal static partial class ParityEquivalence
{
    public static Outcome Compare(string gold, string prediction)
    {
        var budget = new WorkBudget(WorkBudget.Default);
        try
        {
            var (left, right) = (Formula(gold, budget), Formula(prediction, budget));
            if (left is null || right is null)
            {
                return new(gold == prediction, "text");
            }

            var outcome = new ScalarComparer(budget).Values(left, right);
            return outcome with { Rule = $"formula, {outcome.Rule}" };
        }
        catch (WorkBudgetException)
        {
            return new(gold == prediction, "text: the formulas take too long to compare");
        }
    }

    private static Node? Formula(string text, WorkBudget budget)
    {
        var apart = BeforeFraction().Replace(LetterRun().Replace(text, match => string.Join(' ', match.Value.ToCharArray())), "$0\\cdot ");
        try
        {
            var node = WithoutConstants(Parser.Parse(apart, CommaStyle.List, budget));
            return node.All().All(IsFormula) ? node : null;
        }
        catch (MathSyntaxException)
        {
            return null;
        }
    }

    private static bool IsFormula(Node node) => node switch
    {
        NumberNode or SymbolNode or FunctionNode or BigOperatorNode => true,
        CallNode call => call.Operation is < Operation.Percent,
        _ => false,
    };

    private static Node WithoutConstants(Node node) => node switch
    {
        SymbolNode { Name: Constants.Pi or Constants.E or Constants.I } constant => new SymbolNode($"the letter {constant.Name}"),
        BigOperatorNode big => big with { From = Without(big.From), To = Without(big.To), Body = WithoutConstants(big.Body) },
        _ => node.Children().Select(WithoutConstants).ToList() is { Count: > 0 } children ? node.With(children) : node,
    };

    private static Node? Without(Node? node) => node is null ? null : WithoutConstants(node);

    // Not the names of commands.
    [GeneratedRegex(@"(?<![\\A-Za-z])[A-Za-z]{2,}")]
    private static partial Regex LetterRun();

    [GeneratedRegex(@"[0-9](?=\\[dt]?frac)")]
    private static partial Regex BeforeFraction();
}
