using System.Text.RegularExpressions;
using DataEnvGym.Domains.Mathematics.Grading.Parsing;

namespace DataEnvGym.Domains.Mathematics.Grading.Extraction;

/// <summary>Joins pieces that together are one answer: <c>$x=1$ and $x=2$</c>, <c>\boxed{1} papers and \boxed{2} bins</c>.</summary>
internal static partial class Joining
{
    private const int LongestGap = 60;
    private const int MostWords = 4;

    /// <summary>The last piece, with those before it that belong to it.</summary>
    public static string Last(string text, IReadOnlyList<Piece> pieces, bool boxes)
    {
        var first = pieces.Count - 1;
        while (first > 0 && Belongs(text[pieces[first - 1].End..pieces[first].Start], boxes))
        {
            first--;
        }

        return Join(text, pieces, first, pieces.Count - 1);
    }

    /// <summary>The first piece, with those behind it that belong to it.</summary>
    public static string First(string text, IReadOnlyList<Piece> pieces)
    {
        var last = 0;
        while (last + 1 < pieces.Count && Belongs(text[pieces[last].End..pieces[last + 1].Start], boxes: false))
        {
            last++;
        }

        return Join(text, pieces, 0, last);
    }

    private static string Join(string text, IReadOnlyList<Piece> pieces, int first, int last)
    {
        var joined = Content(text, pieces[first]);
        var known = new HashSet<string>(StringComparer.Ordinal) { joined };
        for (var i = first + 1; i <= last; i++)
        {
            var content = Content(text, pieces[i]);
            if (!known.Add(content))
            {
                continue;
            }

            var alternatives = Or().IsMatch(text[pieces[i - 1].End..pieces[i].Start]);
            joined += $"{(alternatives ? " or " : ", ")}{content}";
        }

        return joined;
    }

    // Percent, a unit or a million behind a number belongs to it; other words do not change it.
    private static string Content(string text, Piece piece)
    {
        var content = piece.Content.Trim().TrimEnd(',', '.', ';');
        var behind = text.Substring(piece.End, Math.Min(20, text.Length - piece.End));
        return Percent().IsMatch(behind) ? $"{content} \\%"
            : content is [.., '}' or (>= '0' and <= '9')] && UnitOf(behind) is { } unit ? $"{content} \\text{{ {unit}}}" : content;
    }

    // Where "in" follows a number in prose, no inch is meant.
    private static string? UnitOf(string behind)
    {
        var word = Unit().Match(behind).Groups["unit"].Value;
        return word is not "in" && (Units.Canonical(word) is not null || Units.Zeros(word) is not null) ? word : null;
    }

    private static bool Belongs(string gap, bool boxes)
    {
        if (gap.Length > LongestGap || gap.Contains("\n\n"))
        {
            return false;
        }

        var plain = Layout().Replace(gap, " ").Trim();
        var joiners = Joiner().Count(plain);
        var words = Word().Count(plain);
        var joins = joiners > 0 || (boxes && words == 0);
        return joins && !Correction().IsMatch(plain) && (boxes ? words <= MostWords && !plain.Contains(". ") && !plain.Contains('.') : words == 0 && !plain.Contains('.') && !plain.Contains('='));
    }

    [GeneratedRegex(@"\\(?:quad|qquad|text|textbf|mathrm|[\[\]()])|[{}$]|\\[ ,;]")]
    private static partial Regex Layout();

    [GeneratedRegex(@"\b(?:and|or)\b|[,;]")]
    private static partial Regex Joiner();

    [GeneratedRegex(@"\b(?!(?:and|or)\b)[A-Za-z]{2,}\b")]
    private static partial Regex Word();

    // "41, but it is 42" takes the first one back.
    [GeneratedRegex(@"\b(?:but|not|no|instead|rather|actually|however|wait|correction|nor)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Correction();

    [GeneratedRegex(@"\bor\b")]
    private static partial Regex Or();

    [GeneratedRegex(@"\A[ $)\\]*(?<unit>[A-Za-z]+)(?![A-Za-z'])")]
    private static partial Regex Unit();

    [GeneratedRegex(@"\A[\s$)\\]*(?:\\?%|percent\b|pct\b)")]
    private static partial Regex Percent();
}
