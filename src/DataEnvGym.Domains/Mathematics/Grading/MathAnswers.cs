using System.Text.RegularExpressions;
using DataEnvGym.Domains.Mathematics.Grading.Comparison;
using DataEnvGym.Domains.Mathematics.Grading.Expressions;
using DataEnvGym.Domains.Mathematics.Grading.Extraction;
using DataEnvGym.Domains.Mathematics.Grading.Parsing;

namespace DataEnvGym.Domains.Mathematics.Grading;

/// <summary>
/// Finds and compares mathematical answers in free text, LaTeX or plain. The rules stand in docs/graders.md. Pure and bounded: the same texts always
/// get the same verdict, after a bounded number of steps, whatever they hold.
/// </summary>
public static partial class MathAnswers
{
    /// <summary>Compares the answers of two texts.</summary>
    /// <param name="gold">A right answer, or a text that gives one.</param>
    /// <param name="prediction">The response to judge.</param>
    public static AnswerComparison Compare(string gold, string prediction)
    {
        ArgumentNullException.ThrowIfNull(gold);
        ArgumentNullException.ThrowIfNull(prediction);
        var (goldAnswer, predictedAnswer) = (AnswerExtractor.Extract(gold), AnswerExtractor.Extract(prediction));
        if (goldAnswer is null || predictedAnswer is null)
        {
            return new(false, goldAnswer, predictedAnswer, goldAnswer is null ? "no-answer: none in the gold text" : "no-answer: none in the response");
        }

        Outcome outcome;
        try
        {
            outcome = CompareAnswers(goldAnswer, predictedAnswer, new WorkBudget(WorkBudget.Default));
        }
        catch (WorkBudgetException)
        {
            outcome = Outcome.Different("budget: the comparison would take too long");
        }

        return new(outcome.Equal, goldAnswer, predictedAnswer, outcome.Rule);
    }

    private static Outcome CompareAnswers(string gold, string prediction, WorkBudget budget)
    {
        if (SameText(gold, prediction))
        {
            return Outcome.Same("text: the same text");
        }

        if (CalendarDate.Read(gold) is { } day && CalendarDate.Read(prediction) is { } other)
        {
            return new(day.Agrees(other), "date");
        }

        if (SameChoice(gold, prediction))
        {
            return Outcome.Same("choice: the same letter");
        }

        var (left, right) = (Readings(gold, budget), Readings(prediction, budget));
        if (left.Count == 0 || right.Count == 0)
        {
            return Outcome.Different("unparsed-text: different texts");
        }

        Outcome? first = null;
        foreach (var a in left)
        {
            foreach (var b in right)
            {
                var outcome = new AnswerComparer(budget).Compare(a, b);
                if (outcome.Equal)
                {
                    return outcome;
                }

                first ??= outcome;
            }
        }

        return first!.Value;
    }

    // Words have no case; formulas do: x and X, ab and AB.
    private static bool SameText(string gold, string prediction) =>
        PlainText.Cased(gold) is { Length: > 0 } cased
        && (cased == PlainText.Cased(prediction) || (PlainText.IsWords(gold) && PlainText.IsWords(prediction) && PlainText.Of(gold) == PlainText.Of(prediction)));

    private static bool SameChoice(string gold, string prediction) =>
        PlainText.Choice(gold) is { } left && PlainText.Choice(prediction) is { } right && left.Letter == right.Letter && (left.Alone || right.Alone);

    // A comma between digits may separate items, group thousands, or be the decimal point.
    private static List<Node> Readings(string answer, WorkBudget budget)
    {
        var styles = new List<CommaStyle>();
        if (DecimalComma().IsMatch(answer))
        {
            styles.Add(CommaStyle.Decimal);
        }

        if (ThousandsComma().IsMatch(answer) && !BracketedPair().IsMatch(answer))
        {
            styles.Add(CommaStyle.Thousands);
        }

        if (!ZeroGroup().IsMatch(answer))
        {
            styles.Add(CommaStyle.List);
        }

        return [.. styles.Select(style => Read(answer, style, budget)).OfType<Node>()];
    }

    private static Node? Read(string answer, CommaStyle style, WorkBudget budget)
    {
        try
        {
            return Parser.Parse(answer, style, budget);
        }
        catch (MathSyntaxException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"\A\s*-?(?:0,[0-9]+|[0-9]+,(?:[0-9]{1,2}|[0-9]{4,}))\s*(?:\\?%)?\s*\z")]
    private static partial Regex DecimalComma();

    // No item of a list starts with a zero: 1,000 is a number.
    [GeneratedRegex(@"(?<![0-9,.])[1-9][0-9]{0,2}(?:,[0-9]{3})*,0[0-9]{2}(?![0-9])")]
    private static partial Regex ZeroGroup();

    // Brackets around nothing but 12,345 make it a pair.
    [GeneratedRegex(@"\A\s*(?:\\left\s*)?(?:[(\[]|\\\{)\s*[0-9]{1,3},(?!0)[0-9]{3}\s*(?:\\right\s*)?(?:[)\]]|\\\})\s*\z")]
    private static partial Regex BracketedPair();

    [GeneratedRegex(@"(?<![0-9])[1-9][0-9]{0,2},[0-9]{3}(?![0-9])")]
    private static partial Regex ThousandsComma();
}
