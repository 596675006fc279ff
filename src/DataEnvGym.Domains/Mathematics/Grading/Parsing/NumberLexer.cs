using System.Globalization;
using System.Numerics;
using DataEnvGym.Domains.Mathematics.Grading.Expressions;

namespace DataEnvGym.Domains.Mathematics.Grading.Parsing;

/// <summary>How a comma between digits is read.</summary>
internal enum CommaStyle
{
    /// <summary>It separates items.</summary>
    List,

    /// <summary>It separates thousands: <c>1,000</c>.</summary>
    Thousands,

    /// <summary>It is the decimal point: <c>1,22</c>.</summary>
    Decimal,
}

/// <summary>Reads numbers: <c>12</c>, <c>.5</c>, <c>1,000.99</c>, <c>1{,}000</c>, <c>1\,000</c>, <c>1 000</c>, <c>1.2e5</c>, <c>0.1\overline{6}</c>.</summary>
internal static class NumberLexer
{
    // A longer number is compared digit by digit, as a word.
    public const int MaxDigits = 2_000;

    private const int MaxExponent = 300;

    public static Token Read(string text, ref int position, CommaStyle commas, bool spaced)
    {
        var whole = Whole(text, ref position, commas);
        var (decimals, repeating) = ("", "");
        if (IsPoint(text, position, commas))
        {
            position++;
            decimals = Digits(text, ref position);
            repeating = Repeating(text, ref position);
        }

        if (whole.Length + decimals.Length > MaxDigits)
        {
            return new(TokenKind.Word, decimals.Length == 0 ? whole.TrimStart('0') : $"{whole.TrimStart('0')}.{decimals.TrimEnd('0')}", spaced);
        }

        var exponent = Exponent(text, ref position);
        var value = Value(whole, decimals, repeating, exponent) ?? throw new MathSyntaxException("The number is too long.");
        return new(TokenKind.Number, whole, spaced, new(value, repeating.Length > 0 ? 0 : Math.Max(0, decimals.Length - exponent)));
    }

    private static string Whole(string text, ref int position, CommaStyle commas)
    {
        var digits = Digits(text, ref position);
        var groupable = digits.Length is >= 1 and <= 3 && digits[0] != '0';
        while (groupable && SeparatorEnd(text, position, commas) is { } end && ThreeDigits(text, end))
        {
            digits += text.Substring(end, 3);
            position = end + 3;
        }

        return digits;
    }

    // A comma in braces or before a thin space groups for certain; a blank does where no fraction follows, as in 2 100/3.
    private static int? SeparatorEnd(string text, int position, CommaStyle commas)
    {
        if (commas == CommaStyle.Thousands && At(text, position) == ',')
        {
            return position + 1;
        }

        var i = SkipBlanks(text, position);
        if (At(text, i) == '{' && At(text, SkipBlanks(text, i + 1)) == ',')
        {
            i = SkipThin(text, SkipBlanks(text, i + 1) + 1);
            return At(text, i) == '}' ? SkipThin(text, i + 1) : null;
        }

        if (At(text, i) == ',')
        {
            var end = SkipThin(text, i + 1);
            return text.AsSpan(i, end - i).Contains('\\') ? end : null;
        }

        var blank = text.AsSpan(position) switch
        {
            ['\\', ',' or ';' or ' ' or ':' or '!', ..] => position + 2,
            [' ' or '~' or '\u00a0' or '\u202f' or '\'', ..] => position + 1,
            _ => -1,
        };
        return blank < 0 || At(text, blank + 3) == '/' ? null : blank;
    }

    private static int SkipBlanks(string text, int position)
    {
        while (At(text, position) == ' ')
        {
            position++;
        }

        return position;
    }

    private static int SkipThin(string text, int position)
    {
        while (At(text, position) == ' ' || (At(text, position) == '\\' && At(text, position + 1) is '!' or ','))
        {
            position += text[position] == ' ' ? 1 : 2;
        }

        return position;
    }

    private static char At(string text, int position) => position < text.Length ? text[position] : '\0';

    private static bool ThreeDigits(string text, int position) =>
        position + 3 <= text.Length && text.AsSpan(position, 3).IndexOfAnyExceptInRange('0', '9') < 0 && (position + 3 == text.Length || !char.IsAsciiDigit(text[position + 3]));

    private static bool IsPoint(string text, int position, CommaStyle commas)
    {
        if (position >= text.Length || !(text[position] == '.' || (commas == CommaStyle.Decimal && text[position] == ',')))
        {
            return false;
        }

        return position + 1 < text.Length && (char.IsAsciiDigit(text[position + 1]) || text.AsSpan(position + 1).StartsWith("\\overline{"));
    }

    private static string Repeating(string text, ref int position)
    {
        const string Mark = "\\overline{";
        if (!text.AsSpan(position).StartsWith(Mark))
        {
            return "";
        }

        var end = position + Mark.Length;
        var digits = Digits(text, ref end);
        if (digits.Length is 0 or > 50 || end >= text.Length || text[end] != '}')
        {
            return "";
        }

        position = end + 1;
        return digits;
    }

    // 1.2e5 and 1.2E-5; "2e" alone is two times e.
    private static int Exponent(string text, ref int position)
    {
        if (position >= text.Length || text[position] is not ('e' or 'E'))
        {
            return 0;
        }

        var start = position + 1;
        var end = start < text.Length && text[start] is '+' or '-' ? start + 1 : start;
        var digits = Digits(text, ref end);
        if (digits.Length is 0 or > 4 || int.Parse(text.AsSpan(start, end - start), NumberStyles.AllowLeadingSign) is var exponent && Math.Abs(exponent) > MaxExponent)
        {
            return 0;
        }

        position = end;
        return exponent;
    }

    private static string Digits(string text, ref int position)
    {
        var start = position;
        while (position < text.Length && char.IsAsciiDigit(text[position]))
        {
            position++;
        }

        return text[start..position];
    }

    private static Rational? Value(string whole, string decimals, string repeating, int exponent)
    {
        var all = BigInteger.Parse($"0{whole}{decimals}");
        var scale = BigInteger.Pow(10, decimals.Length);
        if (repeating.Length > 0)
        {
            var nines = BigInteger.Pow(10, repeating.Length) - 1;
            return Rational.Of(all * nines + BigInteger.Parse(repeating), scale * nines);
        }

        return exponent < 0 ? Rational.Of(all, scale * BigInteger.Pow(10, -exponent)) : Rational.Of(all * BigInteger.Pow(10, exponent), scale);
    }
}
