using System.Text.RegularExpressions;

namespace DataEnvGym.Domains.Mathematics.Grading.Extraction;

/// <summary>Finds the mathematics in a text: <c>$…$</c>, <c>$$…$$</c>, <c>\(…\)</c>, <c>\[…\]</c>. A dollar sign before prose is money.</summary>
internal static partial class Segments
{
    private const int MaxLength = 4_000;

    public static List<Piece> Find(string text)
    {
        var segments = new List<Piece>();
        for (var i = 0; i < text.Length; i++)
        {
            var (open, close) = (text[i], i + 1 < text.Length ? text[i + 1] : ' ') switch
            {
                ('$', '$') => ("$$", "$$"),
                ('$', _) => ("$", "$"),
                ('\\', '(') => ("\\(", "\\)"),
                ('\\', '[') => ("\\[", "\\]"),
                _ => ("", ""),
            };
            if (open.Length > 0 && Close(text, i + open.Length, close) is { } end && IsMathematics(text[(i + open.Length)..end], open))
            {
                segments.Add(new(i, end + close.Length, text[(i + open.Length)..end].Trim()));
                i = end + close.Length - 1;
            }
            else if (text[i] == '\\')
            {
                i++;
            }
        }

        return segments;
    }

    private static int? Close(string text, int from, string close)
    {
        var last = Math.Min(text.Length - close.Length, from + MaxLength);
        for (var i = from; i <= last; i++)
        {
            if (text.AsSpan(i).StartsWith(close))
            {
                return i;
            }

            i += text[i] == '\\' ? 1 : 0;
        }

        return null;
    }

    private static bool IsMathematics(string content, string open) =>
        !string.IsNullOrWhiteSpace(content) && (open != "$" || (!content.Contains("\n\n") && !Prose().IsMatch(TextCommands().Replace(content, ""))));

    [GeneratedRegex(@"(?<![\\A-Za-z])[A-Za-z]{2,}[ \n,]+(?:[A-Za-z]{1,}[ \n,]+)?[A-Za-z]{3,}")]
    private static partial Regex Prose();

    [GeneratedRegex(@"\\(?:text|textbf|mathrm|mbox|operatorname|textit)\s*\{[^{}]*\}|\b(?:and|or)\b")]
    private static partial Regex TextCommands();
}
