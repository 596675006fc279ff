using System.Text.RegularExpressions;
using DataEnvGym.Domains.Mathematics.Grading.Extraction;

namespace DataEnvGym.Domains.Mathematics.Grading.Parsing;

/// <summary>Writes TeX that is older or only for the eye in the one notation that the lexer knows: <c>{a \over b}</c>, colours, gaps between rows, lone braces.</summary>
internal static partial class OlderNotation
{
    // Each rewriting reads the text anew.
    private const int MostInfixes = 40;

    public static string Rewrite(string text)
    {
        if (!text.Contains('\\') && !text.Contains('{'))
        {
            return text;
        }

        text = Label().Replace(text, "");
        text = Colour().Replace(text, "");
        text = RowEnd().Replace(text, "\\\\ ");
        text = Recurring().Replace(text, "\\overline{${a}${b}${c}}");
        text = Endless().Replace(text, "${head}\\overline{${a}}");
        text = Ordinal().Replace(text, "\\text{${th}}");
        text = LoneSign().Replace(text, "${sign}");
        text = Nothing().Replace(text, "");
        for (var i = 0; i < MostInfixes && Infix().Match(text) is { Success: true } infix; i++)
        {
            text = Prefixed(text, infix);
        }

        return text;
    }

    // What stands between the braces around the command, or the ends of the text, are its two arguments.
    private static string Prefixed(string text, Match infix)
    {
        var open = infix.Index - 1;
        for (var depth = 0; open >= 0; open--)
        {
            depth += IsBrace(text, open, '}') ? 1 : IsBrace(text, open, '{') ? -1 : 0;
            if (depth < 0)
            {
                break;
            }
        }

        var end = open >= 0 ? Braces.End(text, open) : text.Length;
        var close = open >= 0 && Braces.IsClosed(text, open) ? end - 1 : end;
        var command = infix.Groups["name"].Value == "over" ? "frac" : "binom";
        return $"{text[..(open + 1)]}\\{command}{{{text[(open + 1)..infix.Index]}}}{{{text[(infix.Index + infix.Length)..close]}}}{text[close..]}";
    }

    private static bool IsBrace(string text, int index, char brace) => text[index] == brace && (index == 0 || text[index - 1] != '\\');

    [GeneratedRegex(@"\\(?<name>over|choose)(?![A-Za-z])")]
    private static partial Regex Infix();

    // \text{Answer: } before the answer.
    [GeneratedRegex(@"\A\s*\\(?:text|textbf|mathrm|mbox)\s*\{[A-Za-z ]*:\s*\}")]
    private static partial Regex Label();

    [GeneratedRegex(@"\\(?:text)?color\s*(?:\[[A-Za-z]*\])?\{[^{}]*\}")]
    private static partial Regex Colour();

    [GeneratedRegex(@"\\\\\s*\[\s*-?[0-9.]+\s*(?:pt|em|ex|cm|mm|in)\s*\]|\\cr(?![A-Za-z])")]
    private static partial Regex RowEnd();

    [GeneratedRegex(@"(?<![\\^_A-Za-z}])\{(?<sign>[-+])\}")]
    private static partial Regex LoneSign();

    // 0.\dot{3}, 0.\dot1 4285\dot7, 0.\bar 3: the digits that recur.
    [GeneratedRegex(@"(?<=\.[0-9]{0,20})\\(?:dot|bar|overline)\s*(?:\{\s*(?<a>[0-9]+)\s*\}|(?<a>[0-9]))(?:(?<b>[0-9]{0,20})\\dot\s*(?:\{(?<c>[0-9])\}|(?<c>[0-9])))?")]
    private static partial Regex Recurring();

    // 0.333\ldots and 0.1212\ldots show what recurs; 3.14\ldots does not.
    [GeneratedRegex(@"(?<=[0-9]\.)(?<head>[0-9]{0,20}?)(?:(?<a>[0-9])\k<a>{2,}|(?<a>[0-9]{2,6})\k<a>+)\s*\\[lc]?dots(?![A-Za-z])")]
    private static partial Regex Endless();

    [GeneratedRegex(@"(?<=[0-9])\s*\^\s*(?:\{\s*(?:\\(?:text|textrm|mathrm|mbox)\s*\{(?<th>st|nd|rd|th)\}|(?<th>st|nd|rd|th))\s*\}|\\(?:text|textrm|mathrm|mbox)\s*\{(?<th>st|nd|rd|th)\})")]
    private static partial Regex Ordinal();

    // Not the empty argument of a command.
    [GeneratedRegex(@"(?<=[0-9)\]])\{\}")]
    private static partial Regex Nothing();
}
