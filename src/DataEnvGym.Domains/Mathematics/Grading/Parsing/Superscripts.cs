using DataEnvGym.Domains.Mathematics.Grading.Expressions;

namespace DataEnvGym.Domains.Mathematics.Grading.Parsing;

/// <summary>Single characters that stand for more than one token: ², ½, √.</summary>
internal static class Superscripts
{
    private const string Raised = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private const int MostDigits = 9;
    private const string Lowered = "₀₁₂₃₄₅₆₇₈₉";

    private static readonly Dictionary<char, (int Top, int Bottom)> Fractions = new()
    {
        ['½'] = (1, 2), ['⅓'] = (1, 3), ['⅔'] = (2, 3), ['¼'] = (1, 4), ['¾'] = (3, 4), ['⅕'] = (1, 5), ['⅖'] = (2, 5), ['⅗'] = (3, 5), ['⅘'] = (4, 5), ['⅙'] = (1, 6), ['⅛'] = (1, 8),
        ['⅜'] = (3, 8), ['⅝'] = (5, 8), ['⅞'] = (7, 8),
    };

    /// <summary>The tokens of the character before a position, with the raised or lowered digits that follow it; nothing where it is none of these.</summary>
    public static IReadOnlyList<Token>? Read(string text, ref int position)
    {
        var c = text[position - 1];
        if (c == '⁻' && position < text.Length && Raised.Contains(text[position]))
        {
            position++;
            return [new(TokenKind.Sign, "^"), new(TokenKind.Sign, "{"), new(TokenKind.Sign, "-"), Digits(Raised, text, ref position), new(TokenKind.Sign, "}")];
        }

        if (Raised.Contains(c))
        {
            return [new(TokenKind.Sign, "^"), Digits(Raised, text, ref position)];
        }

        if (Lowered.Contains(c))
        {
            return [new(TokenKind.Sign, "_"), Digits(Lowered, text, ref position)];
        }

        if (Fractions.TryGetValue(c, out var fraction))
        {
            return [new(TokenKind.Function, "frac"), Digit(fraction.Top), Digit(fraction.Bottom)];
        }

        return c switch
        {
            '√' => [new(TokenKind.Function, "sqrt")],
            '∛' => [new(TokenKind.Function, "cbrt")],
            'π' => [new(TokenKind.Symbol, Constants.Pi)],
            '∞' => [new(TokenKind.Symbol, Constants.Infinity)],
            '∅' => [new(TokenKind.Symbol, "∅")],
            '∠' or '△' => [new(TokenKind.Symbol, c.ToString())],
            'ℝ' => [new(TokenKind.Symbol, Constants.Reals)],
            _ => null,
        };
    }

    private static Token Digits(string alphabet, string text, ref int position)
    {
        var start = position - 1;
        while (position < text.Length && position - start < MostDigits && alphabet.Contains(text[position]))
        {
            position++;
        }

        return Digit(int.Parse(string.Concat(text[start..position].Select(digit => alphabet.IndexOf(digit)))));
    }

    private static Token Digit(int value) => new(TokenKind.Number, value.ToString(), false, NumberNode.Of(value));
}
