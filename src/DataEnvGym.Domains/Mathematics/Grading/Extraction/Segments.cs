using System.Text.RegularExpressions;

namespace DataEnvGym.Domains.Mathematics.Grading.Extraction;

/// <summary>Finds the mathematics in a text: <c>$…$</c>, <c>$$…$$</c>, <c>\(…\)</c>, <c>\[…\]</c>, equations and alignments. A dollar sign before prose is money.</summary>
internal static partial class Segments
{
    private const int MaxLength = 4_000;

    private static readonly string[] Environments = ["align*", "align", "equation*", "equation", "aligned", "gather*", "gather"];

    public static List<Piece> Find(string text)
    {
        var segments = new List<Piece>();
        var closings = new Dictionary<string, int>();
        for (var i = 0; i < text.Length; i++)
        {
            var (open, close) = (text[i], i + 1 < text.Length ? text[i + 1] : ' ') switch
            {
                ('$', '$') => ("$$", "$$"),
                ('$', _) => ("$", "$"),
                ('\\', '(') => ("\\(", "\\)"),
                ('\\', '[') => ("\\[", "\\]"),
                ('\\', 'b') => Environment(text, i),
                _ => ("", ""),
            };
            var start = i + open.Length;
            if (open.Length > 0 && Closing(text, start, close, closings) is var end && end >= 0 && end - start <= MaxLength && IsMathematics(text[start..end], open))
            {
                var content = text[start..end].Trim();
                segments.Add(new(i, end + close.Length, open.StartsWith("\\begin{align") ? $"{open}{content}{close}" : content));
                i = end + close.Length - 1;
            }
            else if (text[i] == '\\')
            {
                i++;
            }
        }

        return segments;
    }

    // Remembers where each delimiter closes next, so that a text of openings alone takes one pass.
    private static int Closing(string text, int from, string close, Dictionary<string, int> closings)
    {
        if (closings.TryGetValue(close, out var known) && (known < 0 || known >= from))
        {
            return known;
        }

        var found = text.IndexOf(close, Math.Min(from, text.Length), StringComparison.Ordinal);
        while (found > 0 && close[0] == '$' && text[found - 1] == '\\')
        {
            found = text.IndexOf(close, found + 1, StringComparison.Ordinal);
        }

        return closings[close] = found;
    }

    private static (string Open, string Close) Environment(string text, int position) =>
        Environments.FirstOrDefault(name => text.AsSpan(position).StartsWith($"\\begin{{{name}}}")) is { } found ? ($"\\begin{{{found}}}", $"\\end{{{found}}}") : ("", "");

    private static bool IsMathematics(string content, string open) =>
        !string.IsNullOrWhiteSpace(content) && (open != "$" || (!content.Contains("\n\n") && !Prose().IsMatch(TextCommands().Replace(content, ""))));

    [GeneratedRegex(@"(?<![\\A-Za-z])[A-Za-z]{2,}[ \n,]+(?:[A-Za-z]{1,}[ \n,]+)?[A-Za-z]{3,}")]
    private static partial Regex Prose();

    [GeneratedRegex(@"\\(?:text|textbf|mathrm|mbox|operatorname|textit)\s*\{[^{}]*\}|\b(?:and|or)\b")]
    private static partial Regex TextCommands();
}
