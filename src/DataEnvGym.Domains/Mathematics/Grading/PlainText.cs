using System.Text;
using System.Text.RegularExpressions;

namespace DataEnvGym.Domains.Mathematics.Grading;

/// <summary>Answers as bare words: without case, white space, formatting commands and the punctuation around them.</summary>
internal static partial class PlainText
{
    private const int LeastWord = 4;

    public static string Of(string text) => Cased(text).ToLowerInvariant();

    /// <summary>The same, in the case that it is written in.</summary>
    public static string Cased(string text)
    {
        text = Formatting().Replace(Words().Replace(text, " ${words} "), " ");
        var braces = Notation().IsMatch(text);
        var plain = new StringBuilder(text.Length);
        var blank = false;
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                blank = true;
            }
            else if (c is not ('$' or '"' or '`' or '“' or '”') && (braces || c is not ('{' or '}' or '*' or '\'' or '’')))
            {
                // 1 2 is not 12.
                plain.Append(blank && plain.Length > 0 && char.IsDigit(c) && char.IsDigit(plain[^1]) ? " " : "").Append(c);
                blank = false;
            }
        }

        return Exclamation().Replace(plain.ToString().Trim('.', ',', ';', ':'), "");
    }

    /// <summary>The letter of a choice, as in <c>C</c>, <c>(C)</c>, <c>C.</c> and <c>(C) 42</c>; nothing where there is none.</summary>
    public static (char Letter, bool Alone)? Choice(string text)
    {
        var match = Letter().Match(Formatting().Replace(text, " ").Replace("{", "").Replace("}", "").Replace("$", "").Trim());
        return match.Success ? (match.Groups["letter"].Value[0], match.Groups["rest"].Length == 0) : null;
    }

    /// <summary>Whether a text is nothing but words, whose case does not matter.</summary>
    public static bool IsWords(string text) => Cased(text) is var plain && (plain.Length >= LeastWord || plain.ToLowerInvariant() is "yes" or "no")
        && (plain.All(c => char.IsLetter(c) || c is '-' or ',' or '.') || WordAndNumber().IsMatch(plain));

    // June 20, Day 3; ab12 is a formula.
    [GeneratedRegex(@"\A\p{L}{4,}[0-9]{1,4}\z")]
    private static partial Regex WordAndNumber();

    // After words, that is: n! and \alpha! are factorials.
    [GeneratedRegex(@"(?<=(?<![\\\p{L}])(?:\p{L}{4,}|yes|no))!+\z", RegexOptions.IgnoreCase)]
    private static partial Regex Exclamation();

    [GeneratedRegex(@"\\(?:text(?:bf|it|rm|sf|tt|normal)?|math(?:rm|sf|tt)|operatorname|emph|mbox|hbox)\s*\{(?<words>[A-Za-z0-9 .,'-]*)\}")]
    private static partial Regex Words();

    // Braces group where there are numbers, commands and powers: \frac{1}{23} is not \frac{12}{3}. A letter with a mark is a derivative.
    [GeneratedRegex(@"[0-9\\^_+=/]|(?<![A-Za-z])[A-Za-z]['’](?![A-Za-z])")]
    private static partial Regex Notation();

    // Whole commands only, never letters inside a word; thin spaces go too.
    [GeneratedRegex(@"\\(?:text|textbf|textit|textrm|mathrm|mathbf|mathit|mbox|hbox|rm|bf|left|right|displaystyle|quad|qquad)(?![A-Za-z])|\\[,;:!() \[\]]|~")]
    private static partial Regex Formatting();

    [GeneratedRegex(@"\A(?:(?i:option|choice)\s*)?(?:\((?<letter>[A-Z])\)|(?<letter>[A-Z])[.):]|(?<letter>[A-Z])\z)\s*(?<rest>(?!and\b|or\b|,|\(|&)(?:(?!\([A-Z]\)).)*)\z", RegexOptions.Singleline)]
    private static partial Regex Letter();
}
