using System.Collections.Frozen;
using System.Text.RegularExpressions;
using DataEnvGym.Domains.Mathematics.Grading.Expressions;

namespace DataEnvGym.Domains.Mathematics.Grading.Parsing;

/// <summary>Decides what a run of letters is: a function, a constant, a product of variables, a unit or a word. Always the whole run, never a part of it.</summary>
internal static partial class WordLexer
{
    private const int LongestProduct = 3;

    private static readonly FrozenSet<string> PlainWords = FrozenSet.ToFrozenSet(["no", "yes", "odd", "all", "the", "one", "two", "six", "ten", "for", "is", "are", "not", "if", "per", "it", "on", "of", "sq"], StringComparer.Ordinal);

    /// <summary>The tokens of letters in mathematics.</summary>
    /// <param name="run">The letters.</param>
    /// <param name="spaced">Whether a blank stands before them.</param>
    /// <param name="before">What stands before them.</param>
    /// <param name="rest">What stands behind them.</param>
    public static IReadOnlyList<Token> Read(string run, bool spaced, Token before, ReadOnlySpan<char> rest)
    {
        var lower = run.ToLowerInvariant();
        // Minutes and seconds behind a number, not the least of some and no secant.
        if ((lower is "min" or "sec" && spaced && IsValueEnd(before) && !Argument().IsMatch(rest)) || IsOrdinal(lower, spaced, before))
        {
            return [new(TokenKind.Word, run, spaced)];
        }

        if (Named(lower, run, spaced) is { } token)
        {
            return [token];
        }

        if (run.Length > LongestProduct || PlainWords.Contains(lower) || (run.Length > 1 && IsValueEnd(before) && Units.Canonical(run) is not null))
        {
            return [new(TokenKind.Word, run, spaced)];
        }

        return [.. run.Select((letter, index) => new Token(TokenKind.Symbol, letter.ToString(), spaced && index == 0))];
    }

    /// <summary>The tokens of <c>\text{…}</c> and its like. One letter is a variable, numbers are numbers, anything else is words.</summary>
    public static IReadOnlyList<Token> ReadText(string content, CommaStyle commas, Token before)
    {
        var text = content.Replace('~', ' ').Replace("\\ ", " ").Replace("\\$", "").Replace("$", "").Trim(' ', '.', '\n', '\t');
        if (text is "" or ",")
        {
            return text == "" ? [] : [new(TokenKind.Sign, ",")];
        }

        var bare = text.Trim(' ', ',', '(', ')');
        if (bare.Length == 1 && char.IsLetter(bare[0]))
        {
            var isUnit = IsValueEnd(before) && Units.Canonical(bare) is not null;
            return [new(isUnit ? TokenKind.Word : TokenKind.Symbol, bare, true)];
        }

        if (bare.ToLowerInvariant() is "min" or "sec" && IsValueEnd(before))
        {
            return [new(TokenKind.Word, bare, true)];
        }

        if (Named(bare.ToLowerInvariant(), bare, true) is { } token)
        {
            return [token];
        }

        if (HasMathematics(text) || char.IsAsciiDigit(text[0]) || (text.Any(char.IsAsciiDigit) && !text.Any(char.IsAsciiLetter)))
        {
            return Lexer.Read(text, commas, new WorkBudget(text.Length));
        }

        return [new(TokenKind.Word, text, true)];
    }

    /// <summary>How many characters a rate takes that stands behind a number, such as the <c>km/h</c> of 60 km/h; 0 where none does.</summary>
    public static int LengthOfRate(ReadOnlySpan<char> text, Token before)
    {
        if (before.Kind != TokenKind.Number)
        {
            return 0;
        }

        foreach (var match in Rate().EnumerateMatches(text))
        {
            var rate = text[..match.Length];
            var slash = rate.IndexOf('/');
            return Units.Canonical(rate[..slash].Trim().ToString()) is not null && Units.Canonical(rate[(slash + 1)..].Trim().ToString()) is not null ? match.Length : 0;
        }

        return 0;
    }

    [GeneratedRegex(@"\A[A-Za-z]{1,12} ?/ ?[A-Za-z]{1,12}(?![A-Za-z0-9_({\\])")]
    private static partial Regex Rate();

    // A command that is more than looks: \mathrm{\frac{3}{4}}.
    private static bool HasMathematics(string text) =>
        text.Contains('\\') && Commands().Matches(text).Any(match => CommandTable.Functions.ContainsKey(match.Groups["name"].Value) || CommandTable.Symbols.ContainsKey(match.Groups["name"].Value));

    [GeneratedRegex(@"\\(?<name>[A-Za-z]+)")]
    private static partial Regex Commands();

    // A bracket, a command or a letter alone: min(2, 3) and sec x.
    [GeneratedRegex(@"\A\s*(?:[({\\]|[A-Za-z](?![A-Za-z]))")]
    private static partial Regex Argument();

    // 7th, behind its number, is 7 with a word.
    private static bool IsOrdinal(string lower, bool spaced, Token before) => lower is "st" or "nd" or "rd" or "th" && !spaced && before.Kind == TokenKind.Number;

    private static bool IsValueEnd(Token token) => token.Kind is TokenKind.Number or TokenKind.Word || token.Text is "}" or ")" or "/";

    private static Token? Named(string lower, string run, bool spaced)
    {
        var sign = lower switch
        {
            "and" or "or" => lower,
            "percent" or "pct" or "percents" => "%",
            "degree" or "degrees" or "deg" => "°",
            "union" => "∪",
            _ => null,
        };
        if (sign is not null)
        {
            return new Token(TokenKind.Sign, sign, spaced);
        }

        if (run.Length < 2)
        {
            return null;
        }

        if (CommandTable.Functions.GetValueOrDefault(lower) is { } function && lower is not ("choose" or "surd" or "sum" or "int" or "boxed"))
        {
            return new Token(TokenKind.Function, function, spaced);
        }

        return CommandTable.Symbols.GetValueOrDefault(run) is { } symbol || (lower is "infinity" && (symbol = Constants.Infinity) is not null)
            ? new Token(TokenKind.Symbol, symbol, spaced)
            : null;
    }
}
