using System.Text.RegularExpressions;

namespace DataEnvGym.Domains.Mathematics;

/// <summary>
/// Numbers as people write them. Values are compared as decimal digits, so numbers of any length are compared exactly.
/// </summary>
internal static partial class NumberText
{
    /// <summary>
    /// Whether a text is a plain number, whose spelling does not matter: no leading zeros, commas only between thousands. <c>0359</c> is not one:
    /// there the digits themselves are the answer.
    /// </summary>
    public static bool IsCanonical(string text) => Canonical().IsMatch(text);

    /// <summary>
    /// The value of a number as a normal form: equal values have equal forms. Allows a currency sign before the number, a percent sign or a full stop
    /// after it, a leading plus, spaces between these, and no digit before the decimal point.
    /// </summary>
    /// <returns>Such as <c>-1250.5</c>; nothing where the text is no number.</returns>
    public static string? Parse(string text)
    {
        if (Tolerant().Match(text) is not { Success: true } match)
        {
            return null;
        }

        var whole = match.Groups["whole"].Value.Replace(",", "").TrimStart('0');
        var fraction = match.Groups["fraction"].Value.TrimEnd('0');
        if (whole.Length == 0 && fraction.Length == 0)
        {
            return "0";
        }

        var sign = match.Groups["sign"].Value is "-" or "\u2212" ? "-" : "";
        return $"{sign}{(whole.Length == 0 ? "0" : whole)}{(fraction.Length == 0 ? "" : $".{fraction}")}";
    }

    [GeneratedRegex(@"\A-?(?:0|[1-9][0-9]*|[1-9][0-9]{0,2}(?:,[0-9]{3})+)(?:\.[0-9]+)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Canonical();

    // The sign may stand before or after the currency sign: -$5, $-5. A leading zero is kept out: 007 is no spelling of 7.
    [GeneratedRegex(
        @"\A(?:\\?[$€£¥][ ]*)?(?<sign>[-+\u2212]?)[ ]*(?:(?<=[-+\u2212][ ]*)\\?[$€£¥][ ]*)?"
        + @"(?:(?<whole>0|[1-9][0-9]{0,2}(?:,[0-9]{3})+|[1-9][0-9]*)(?:\.(?<fraction>[0-9]*))?|\.(?<fraction>[0-9]+))"
        + @"[ ]*\\?%?[ ]*\.?\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex Tolerant();
}
