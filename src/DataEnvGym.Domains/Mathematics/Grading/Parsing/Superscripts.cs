using DataEnvGym.Domains.Mathematics.Grading.Expressions;

namespace DataEnvGym.Domains.Mathematics.Grading.Parsing;

/// <summary>Single characters that stand for more than one token: ², ½, √.</summary>
internal static class Superscripts
{
    private const string Raised = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private const string Lowered = "₀₁₂₃₄₅₆₇₈₉";

    private static readonly Dictionary<char, (int Top, int Bottom)> Fractions = new()
    {
        ['½'] = (1, 2), ['⅓'] = (1, 3), ['⅔'] = (2, 3), ['¼'] = (1, 4), ['¾'] = (3, 4), ['⅕'] = (1, 5), ['⅖'] = (2, 5), ['⅗'] = (3, 5), ['⅘'] = (4, 5), ['⅙'] = (1, 6), ['⅛'] = (1, 8),
        ['⅜'] = (3, 8), ['⅝'] = (5, 8), ['⅞'] = (7, 8),
    };

    /// <summary>The tokens of a character; nothing where it is none of these.</summary>
    public static IReadOnlyList<Token>? Read(char c)
    {
        if (Raised.Contains(c))
        {
            return [new(TokenKind.Sign, "^"), Digit(Raised.IndexOf(c))];
        }

        if (Lowered.Contains(c))
        {
            return [new(TokenKind.Sign, "_"), Digit(Lowered.IndexOf(c))];
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

    private static Token Digit(int value) => new(TokenKind.Number, value.ToString(), false, NumberNode.Of(value));
}
