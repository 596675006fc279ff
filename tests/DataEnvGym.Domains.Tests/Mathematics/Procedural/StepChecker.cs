using System.Text.RegularExpressions;

namespace DataEnvGym.Domains.Tests.Mathematics.Procedural;

/// <summary>
/// Says what is wrong with a step of a solution: not true, or more than one fact about single digits. A subtraction may start from the teens, a division
/// may have a one-digit quotient: these are the addition and multiplication tables read backwards.
/// </summary>
internal static partial class StepChecker
{
    // What is copied or looked up rather than worked out, by skill.
    private static readonly Dictionary<string, string> Copies = new()
    {
        ["percent"] = @"10%=\d+(\.\d)?|\d+",
        ["roman-numeral"] = @"[1-9]0*=[IVXLCDM]+",
        ["number-from-words"] = @"\d+",
        ["shift-weekday"] = @"[1-6][A-Z][a-z]{2}",
        ["shift-date"] = @"[A-Z][a-z]{2}=(28|30|31)",
        ["count-letter"] = @"([a-d]\d)+",
        ["next-in-sequence"] = "up|down",
    };

    public static string? Complaint(string skill, string step)
    {
        var numberBase = skill == "add-binary" ? 2 : 10;
        if (Copies.TryGetValue(skill, out var copy) && Regex.IsMatch(step, $"^({copy})$"))
        {
            return null;
        }

        if (Sum().Match(step) is { Success: true } sum)
        {
            return TrueIf(Digits(sum).Sum() == Convert.ToInt32(sum.Groups["r"].Value, numberBase));
        }

        if (Difference().Match(step) is { Success: true } difference)
        {
            var digits = Digits(difference);
            var value = digits[0] - digits[1..].Sum();
            return digits[0] > 18 ? "starts above 18" : TrueIf(value == Number(difference, "r") - (difference.Groups["b"].Success ? 10 : 0));
        }

        if (Product().Match(step) is { Success: true } product)
        {
            var digits = Digits(product);
            return TrueIf(digits[0] * digits[1] == Number(product, "r"));
        }

        if (Quotient().Match(step) is { Success: true } quotient)
        {
            var (a, d, q, rest) = (Number(quotient, "a"), Number(quotient, "d"), Number(quotient, "q"), Number(quotient, "rest"));
            return a >= 10 * d ? "has a longer quotient" : TrueIf(a == (q * d) + rest && rest < d);
        }

        if (Remainder().Match(step) is { Success: true } remainder)
        {
            var (a, d) = (Number(remainder, "a"), Number(remainder, "d"));
            return a >= 10 * d ? "has a longer quotient" : TrueIf(a % d == Number(remainder, "r"));
        }

        if (Comparison().Match(step) is { Success: true } comparison)
        {
            var sign = Number(comparison, "a").CompareTo(Number(comparison, "b"));
            return TrueIf(comparison.Groups["s"].Value == (sign < 0 ? "<" : sign > 0 ? ">" : "="));
        }

        return "is of no known kind";
    }

    private static string? TrueIf(bool condition) => condition ? null : "is not true";

    private static int Number(Match match, string group) => match.Groups[group].Success ? int.Parse(match.Groups[group].Value) : 0;

    private static int[] Digits(Match match) => [.. match.Groups["n"].Captures.Select(c => int.Parse(c.Value))];

    [GeneratedRegex(@"^(?<n>\d)(\+(?<n>\d)){1,2}=(?<r>\d+)$")]
    private static partial Regex Sum();

    [GeneratedRegex(@"^(?<n>\d\d?)(-(?<n>\d)){1,2}=(?<r>\d)(?<b>b)?$")]
    private static partial Regex Difference();

    [GeneratedRegex(@"^(?<n>\d)\*(?<n>\d)=(?<r>\d+)$")]
    private static partial Regex Product();

    [GeneratedRegex(@"^(?<a>\d\d?)/(?<d>\d)=(?<q>\d)(r(?<rest>\d))?$")]
    private static partial Regex Quotient();

    [GeneratedRegex(@"^(?<a>\d\d?)%(?<d>\d)=(?<r>\d)$")]
    private static partial Regex Remainder();

    // The copy after a colon is the number that won.
    [GeneratedRegex(@"^(?<a>\d\d?)(?<s>[<>=])(?<b>\d\d?)(:\d+)?$")]
    private static partial Regex Comparison();
}
