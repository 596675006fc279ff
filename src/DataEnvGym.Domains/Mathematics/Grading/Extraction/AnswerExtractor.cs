using DataEnvGym.Domains.Mathematics.Grading.Expressions;
using DataEnvGym.Domains.Mathematics.Grading.Parsing;

namespace DataEnvGym.Domains.Mathematics.Grading.Extraction;

/// <summary>
/// Finds the answer in a text. In this order: the last box; behind the last <c>####</c>; the sentence that announces the answer; the text as a whole,
/// if it is nothing but an answer; the last expression.
/// </summary>
internal static class AnswerExtractor
{
    private const int LongestBareAnswer = 1_000;
    private const int MostWordsOfAnswer = 6;

    public static string? Extract(string text)
    {
        text = TextPreparation.Prepare(text);
        var boxes = Boxes.Find(text);
        if (boxes.Count > 0)
        {
            return Joining.Last(text, boxes, boxes: true);
        }

        return AfterHashes(text) ?? (FinalPhrase.Sentence(text) is { } sentence ? OfSentence(sentence) : null) ?? Bare(text.Trim()) ?? LastExpression(text);
    }

    // The mark of GSM8K.
    private static string? AfterHashes(string text)
    {
        var mark = text.LastIndexOf("####", StringComparison.Ordinal);
        if (mark < 0)
        {
            return null;
        }

        var line = text[(mark + 4)..].Trim().Split('\n')[0].Trim();
        return line.Length == 0 ? null : Bare(line) ?? LastExpression(line) ?? line;
    }

    private static string? OfSentence(string sentence)
    {
        var segments = Segments.Find(sentence);
        if (segments.Count > 0 && sentence[..segments[0].Start].Trim(' ', '"', '*', ':').Length == 0)
        {
            return Joining.First(sentence, segments);
        }

        return Bare(sentence) ?? LastExpression(sentence) ?? (WordCount(sentence) <= MostWordsOfAnswer ? sentence : null);
    }

    private static string? Bare(string text)
    {
        if (text.Length is 0 or > LongestBareAnswer)
        {
            return null;
        }

        if (CalendarDate.Read(text) is not null)
        {
            return text;
        }

        // With delimiters the last mathematics is the answer, whether or not words stand around it.
        if (Segments.Find(text).Count > 0)
        {
            return null;
        }

        var inner = text.Trim('$', ' ', '*', '"', '\n');
        inner = inner.TrimEnd('.');
        return !PlainExpressions.HasProseBeforeNumber(inner) && IsAnswer(inner) ? PlainExpressions.WithUnit(inner) is var united && inner.Contains(' ') ? united : inner : null;
    }

    // All of it is mathematics, or it is a few words.
    private static bool IsAnswer(string text)
    {
        try
        {
            var node = Parser.Parse(text, CommaStyle.List, new WorkBudget(WorkBudget.Default / 8));
            return node is TextNode words ? WordCount(words.Text) <= MostWordsOfAnswer : !HasProse(node);
        }
        catch (Exception error) when (error is MathSyntaxException or WorkBudgetException)
        {
            return false;
        }
    }

    private static bool HasProse(Node node) => node switch
    {
        RelationNode relation => relation.Sides.Skip(1).Any(HasProse) || (relation.Sides[0] is not TextNode && HasProse(relation.Sides[0])),
        QuantityNode { Unit: var unit } quantity => WordCount(unit) > MostWordsOfAnswer || HasProse(quantity.Value),
        TextNode => true,
        _ => node.Children().Any(HasProse),
    };

    // The last mathematics, unless a number stands in the prose behind it.
    private static string? LastExpression(string text)
    {
        var segments = Segments.Find(text);
        if (segments.Count == 0)
        {
            var trimmed = text.Trim();
            return CalendarDate.Last(text) is { } date ? date : PlainExpressions.Last(text) is { } plain ? PlainExpressions.WithUnit(plain) : trimmed.Length > 0 && WordCount(trimmed) <= MostWordsOfAnswer ? trimmed : null;
        }

        return PlainExpressions.Last(text[segments[^1].End..]) is { } behind ? PlainExpressions.WithUnit(behind) : Joining.Last(text, segments, boxes: false);
    }

    private static int WordCount(string text) => text.Split([' ', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries).Length;
}
