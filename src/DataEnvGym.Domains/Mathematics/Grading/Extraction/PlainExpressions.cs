using System.Text.RegularExpressions;
using DataEnvGym.Domains.Mathematics.Grading.Parsing;

namespace DataEnvGym.Domains.Mathematics.Grading.Extraction;

/// <summary>Finds mathematics that stands in prose without delimiters: "the chance is 2/3."</summary>
internal static partial class PlainExpressions
{
    // A response may be one endless line; the answer is near its end.
    private const int Window = 2_000;

    /// <summary>The last run of words that look like mathematics and hold a number or a command; nothing where there is none.</summary>
    public static string? Last(string text)
    {
        if (text.Length > Window)
        {
            // The window starts behind a word, for half a number is another number.
            var blank = text.AsSpan(text.Length - Window).IndexOfAny([' ', '\n', '\r', '\t']);
            text = blank < 0 ? "" : text[(text.Length - Window + blank)..];
        }

        var words = text.Split([' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries);
        for (var end = words.Length - 1; end >= 0; end--)
        {
            if (!IsNumeric(words[end]))
            {
                continue;
            }

            var last = end;
            while (last + 1 < words.Length && IsMeasure(words[last + 1].TrimEnd('.', ',')))
            {
                last++;
            }

            var start = end;
            while (start > 0 && Continues(words[start - 1]))
            {
                start--;
            }

            return Trim(words[start..(last + 1)]);
        }

        return null;
    }

    /// <summary>The same text with a letter behind a number as the unit that it is in prose: 1,000.99m² and 5 m.</summary>
    public static string WithUnit(string text) =>
        LetterUnit().Replace(text, match => Units.Canonical(match.Groups["unit"].Value) is null ? match.Value : $" \\text{{{match.Groups["unit"].Value}}}{match.Groups["power"].Value}");

    /// <summary>Whether a word that is neither mathematics nor a unit stands before the last digit: "So x=5".</summary>
    public static bool HasProseBeforeNumber(string text)
    {
        var digit = text.AsSpan().LastIndexOfAnyInRange('0', '9');
        return digit > 0 && Words().Matches(text[..digit]).Any(match => match.Value is not ("and" or "or") && match.Value.Any(char.IsAsciiLetterLower) && Units.Canonical(match.Value) is null
            && !CommandTable.IsKnown(match.Value.ToLowerInvariant()));
    }

    private static string Trim(string[] words)
    {
        var text = string.Join(' ', words.SkipWhile(word => word is "=" or "+" or "*" or "/" or "," or ":" or "≈"));
        text = text.Trim('*', '"', '`', '_', ' ').TrimEnd('.', ',', ';', ':', '?', '*');
        text = text.StartsWith('(') && !text.Contains(')') ? text[1..] : text;
        return text.EndsWith(')') && !text.Contains('(') && !text.Contains('[') ? text[..^1] : text;
    }

    // Percent or a known unit; where "in" follows a number in prose, no inch is meant.
    private static bool IsMeasure(string word) => word is "%" or "\\%" or "percent" or "pct" || (word is not "in" && word.Split('/').All(part => Units.Canonical(part) is not null));

    private static bool IsNumeric(string word) => !LongWord().IsMatch(word) ? word.Any(char.IsAsciiDigit) || AnyCommand().IsMatch(word) : Command().IsMatch(word) || Number().IsMatch(word);

    // A word that ends a sentence or a clause ends the expression before.
    private static bool Continues(string word) =>
        !(word[^1] is '.' or ':' or '?' or '!') && !LongWord().IsMatch(word)
        && (word[^1] != ',' || word.StartsWith('(') || word.StartsWith('['))
        && (word.Any(c => char.IsAsciiDigit(c) || "=+-*/^<>()[]≤≥".Contains(c)) || (word.Length == 1 && word is not ("a" or "A" or "I")) || Command().IsMatch(word));

    [GeneratedRegex(@"(?<!\\|[A-Za-z])[A-Za-z]{3,}")]
    private static partial Regex LongWord();

    [GeneratedRegex(@"(?<![\\A-Za-z0-9{_^])[A-Za-z]{2,}(?![A-Za-z0-9}_^(])")]
    private static partial Regex Words();

    [GeneratedRegex(@"\\(?:frac|dfrac|tfrac|sqrt|pi|infty|cdot|times|pm)")]
    private static partial Regex Command();

    [GeneratedRegex(@"\\[A-Za-z]")]
    private static partial Regex AnyCommand();

    [GeneratedRegex(@"\A[$(\[-]*[0-9]")]
    private static partial Regex Number();

    [GeneratedRegex(@"(?<=[0-9])\s*(?<unit>[A-Za-z])(?<power>[²³]|\^[23])?\z")]
    private static partial Regex LetterUnit();
}
