using System.Numerics;
using System.Text.RegularExpressions;

namespace DataEnvGym.Domains.Tests.Mathematics.Procedural;

/// <summary>The right answer to a prompt, worked out in the plainest way, without anything from the benchmark.</summary>
internal static class AnswerOracle
{
    private static readonly string[] Small =
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".Split(' ');
    private static readonly string[] Tens = "ten twenty thirty forty fifty sixty seventy eighty ninety".Split(' ');

    private static readonly (int Value, string Text)[] Signs =
    [
        (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ];

    public static string Answer(string skill, string prompt)
    {
        var n = Regex.Matches(prompt, "[0-9]+").Select(m => int.Parse(m.Value)).ToArray();
        var last = prompt.Split(' ')[^1];
        return skill switch
        {
            "add-three-digit" => $"{n[0] + n[1]}",
            "subtract-three-digit" => $"{n[0] - n[1]}",
            "multiply-by-digit" => $"{n[0] * n[1]}",
            "divide-by-digit" => $"{(decimal)n[0] / n[1]:0.###}",
            "remainder" => $"{n[0] % n[1]}",
            "order-of-operations" => $"{(prompt[1] == '*' ? (n[0] * n[1]) + n[2] : prompt[2] == '+' ? n[0] + (n[1] * n[2]) : n[0] - (n[1] * n[2]))}",
            "mean" => $"{n.Average():0.###}",
            "add-fractions" => $"{((decimal)n[0] / n[1] + ((prompt[3] == '-' ? -1m : 1m) * n[2] / n[3])) * n[4]:0.######}",
            "round-number" => $"{Math.Round((decimal)n[0] / n[1], MidpointRounding.AwayFromZero) * n[1]:0}",
            "percent" => $"{(prompt.Contains("of") ? n[1] * n[0] / 100m : n[0] * (100 - n[1]) / 100m):0.##}",
            "compare-numbers" => n[0] < n[1] ? "less" : n[0] > n[1] ? "more" : "same",
            "largest-of-three" => $"{n.Max()}",
            "roman-numeral" => Roman(n[0]),
            "number-from-words" => $"{FromWords(prompt)}",
            "add-binary" => Binary(prompt["bin ".Length..]),
            "shift-weekday" => $"{WeekdayNamed(prompt[..3]).AddDays(prompt[3] == '-' ? -n[0] : n[0]).DayOfWeek}"[..3],
            "shift-date" => $"{DateOnly.ParseExact($"2023 {prompt[..3]} {n[0]}", "yyyy MMM d").AddDays(prompt.Contains('-') ? -n[1] : n[1]):MMM d}",
            "add-to-clock" => $"{new DateTime(2023, 1, 1, n[0] % 12, n[1], 0).AddMinutes(n.Length == 4 ? (60 * n[2]) + n[3] : n[2]):h:mm}",
            "reverse-letters" => new string([.. last.Reverse()]),
            "sort-digits" => new string([.. last.Order()]),
            "count-letter" => $"{last.Count(c => c == prompt["count ".Length])}",
            "next-in-sequence" => $"{n[2] + n[1] - n[0]}",
            "solve-equation" => $"{(decimal)(n[2] + (prompt.Contains('-') ? n[1] : -n[1])) / n[0]:0.###}",
            "word-problem" => $"{(prompt.Contains("bags") ? n[0] * n[1] : n[0]) + (prompt.Contains("buys") ? n[^1] : -n[^1])}",
            _ => throw new ArgumentException($"The oracle does not know {skill}."),
        };
    }

    private static string Roman(int number)
    {
        var text = "";
        foreach (var (value, sign) in Signs)
        {
            for (; number >= value; number -= value)
            {
                text += sign;
            }
        }

        return text;
    }

    private static int FromWords(string words)
    {
        var (total, current) = (0, 0);
        foreach (var word in Regex.Split(words, "[ -]"))
        {
            (total, current) = word switch
            {
                "thousand" => (current * 1000, 0),
                "hundred" => (total + (current * 100), 0),
                _ => (total, current + (Array.IndexOf(Small, word) is var s and >= 0 ? s + 1 : (Array.IndexOf(Tens, word) + 1) * 10)),
            };
        }

        return total + current;
    }

    private static string Binary(string sum)
    {
        var parts = sum.Split('+').Select(p => BigInteger.Parse("0" + p, System.Globalization.NumberStyles.BinaryNumber)).ToArray();
        return Convert.ToString((int)(parts[0] + parts[1]), 2);
    }

    // 2 January 2023 was a Monday.
    private static DateOnly WeekdayNamed(string name) =>
        Enumerable.Range(2, 7).Select(d => new DateOnly(2023, 1, d)).First(d => $"{d.DayOfWeek}".StartsWith(name, StringComparison.Ordinal));
}
