using System.Text;
using System.Text.RegularExpressions;

namespace DataEnvGym.Domains.Mathematics.Grading;

/// <summary>Answers as bare words: without case, white space, formatting commands and the punctuation around them.</summary>
internal static partial class PlainText
{
    public static string Of(string text) => Cased(text).ToLowerInvariant();

    /// <summary>The same, in the case that it is written in.</summary>
    public static string Cased(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in Formatting().Replace(text, " "))
        {
            if (!char.IsWhiteSpace(c) && c is not ('{' or '}' or '$' or '"' or '\'' or '*' or '`' or '“' or '”' or '’'))
            {
                plain.Append(c);
            }
        }

        return plain.ToString().Trim('.', ',', ';', ':', '!');
    }

    /// <summary>The letter of a choice, as in <c>C</c>, <c>(C)</c>, <c>C.</c> and <c>(C) 42</c>; nothing where there is none.</summary>
    public static (char Letter, bool Alone)? Choice(string text)
    {
        var match = Letter().Match(Formatting().Replace(text, " ").Replace("{", "").Replace("}", "").Replace("$", "").Trim());
        return match.Success ? (match.Groups["letter"].Value[0], match.Groups["rest"].Length == 0) : null;
    }

    // Whole commands only, never letters inside a word; thin spaces go too.
    [GeneratedRegex(@"\\(?:text|textbf|textit|textrm|mathrm|mathbf|mathit|mbox|hbox|rm|bf|left|right|displaystyle|quad|qquad)(?![A-Za-z])|\\[,;:!() \[\]]|~")]
    private static partial Regex Formatting();

    [GeneratedRegex(@"\A(?:\((?<letter>[A-Z])\)|(?<letter>[A-Z])[.):]|(?<letter>[A-Z])\z)\s*(?<rest>.*)\z", RegexOptions.Singleline)]
    private static partial Regex Letter();
}
