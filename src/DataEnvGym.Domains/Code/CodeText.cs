using System.Text.RegularExpressions;

namespace DataEnvGym.Domains.Code;

/// <summary>Finds the code in a response.</summary>
public static partial class CodeText
{
    // Code stands at the end, so of an endless response only the end is read.
    private const int MaxLength = 200_000;

    /// <summary>
    /// The code of a response: the last complete block between lines of three backticks that is marked <c>python</c>, <c>python3</c> or <c>py</c>; if there is none, the last complete block;
    /// if there is none, the whole response. Blank lines before it and white space after it are left out; the indentation of its first line is not.
    /// </summary>
    /// <returns>Nothing where nothing is left.</returns>
    public static string? Extract(string response)
    {
        var text = response.Length > MaxLength ? response[^MaxLength..] : response;
        var blocks = Block().Matches(text);
        var chosen = blocks.LastOrDefault(match => match.Groups["mark"].Value is "python" or "python3" or "py") ?? blocks.LastOrDefault();
        var code = LeadingBlankLines().Replace(chosen?.Groups["code"].Value ?? text, "").TrimEnd();
        return code.Length == 0 ? null : code;
    }

    /// <summary>Whether code defines a function or class of a name, or the class <c>Solution</c>, at the start of a line.</summary>
    internal static bool Defines(string code, string name) =>
        Definition().Matches(code).Any(match => match.Groups["name"].Value is var defined && (defined == name || defined == "Solution"));

    [GeneratedRegex(@"^[ \t]*```(?<mark>[A-Za-z0-9]*)[^\n`]*\n(?<code>(?:(?![ \t]*```).*\n)*?)[ \t]*```[ \t]*\r?$", RegexOptions.Multiline | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2_000)]
    private static partial Regex Block();

    [GeneratedRegex(@"\A(?:[ \t\r]*\n)+", RegexOptions.CultureInvariant)]
    private static partial Regex LeadingBlankLines();

    [GeneratedRegex(@"^(?:async[ ]+)?(?:def|class)[ ]+(?<name>\w+)", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Definition();
}
