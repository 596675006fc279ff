using System.Text.RegularExpressions;
using DataEnvGym.Domains.Mathematics.Grading.Parsing;

namespace DataEnvGym.Domains.Mathematics.Grading.Extraction;

/// <summary>Takes off what surrounds a response and undoes double escaping, so that extraction sees one notation.</summary>
internal static partial class TextPreparation
{
    // An answer stands at the end, so of an endless response only the end is read.
    private const int MaxLength = 60_000;

    private const string EndOfThought = "</think>";

    public static string Prepare(string text)
    {
        text = text.Length > MaxLength ? text[^MaxLength..] : text;
        text = WithoutChatMarks(text);
        var thought = text.LastIndexOf(EndOfThought, StringComparison.Ordinal);
        text = thought < 0 ? text : text[(thought + EndOfThought.Length)..] is var said && !string.IsNullOrWhiteSpace(said) ? said : text[..thought];
        text = text.Replace("\frac", "\\frac").Replace("\boxed", "\\boxed").Replace("\u200b", "").Replace("\ufeff", "");
        text = HalfOfDay().Replace(text, "${half}m");
        return EscapedTwice().Replace(text, match => CommandTable.IsKnown(match.Groups["name"].Value) || match.Groups["name"].Value is "fbox" ? match.Value[1..] : match.Value);
    }

    // What follows the mark of a next turn is no answer.
    private static string WithoutChatMarks(string text)
    {
        var begin = text.Length - text.AsSpan().TrimStart().Length;
        foreach (var mark in ChatMark().EnumerateMatches(text))
        {
            if (mark.Index > begin)
            {
                return text[..mark.Index];
            }
        }

        return text;
    }

    [GeneratedRegex(@"(?<!\\)\\\\(?<name>[A-Za-z]{2,20})(?![A-Za-z])")]
    private static partial Regex EscapedTwice();

    // 10:30 a.m. is 10:30 am, with no end of a sentence in it.
    [GeneratedRegex(@"(?<=[0-9]\$?\s{0,2}(?:\\text\{\s?)?)(?<half>[APap])\.\s?[Mm]\b\.?")]
    private static partial Regex HalfOfDay();

    [GeneratedRegex(@"<\|[a-z_]{1,30}\|>")]
    private static partial Regex ChatMark();
}
