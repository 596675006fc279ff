using System.Text.RegularExpressions;

namespace DataEnvGym.Domains.Mathematics.Grading;

/// <summary>A day of the year, written as <c>May 1, 2023</c>, <c>1st of May</c> or <c>2023-05-01</c>; the year is zero where it is not given.</summary>
internal readonly partial record struct CalendarDate(int Month, int Day, int Year)
{
    // A response may be one endless line; the answer is near its end.
    private const int Window = 2_000;

    /// <summary>The date that a text is; nothing where it is none, or more.</summary>
    public static CalendarDate? Read(string text)
    {
        text = text.Trim(' ', '.', '*', '"');
        return Written().Match(text) is { Success: true } match && match.Length == text.Length ? Of(match) : null;
    }

    /// <summary>The last date of a text that no other number follows; nothing where there is none.</summary>
    public static string? Last(string text)
    {
        text = text.Length > Window ? text[^Window..] : text;
        return Written().Matches(text).LastOrDefault() is { } match && !text.AsSpan(match.Index + match.Length).ContainsAnyInRange('0', '9') ? match.Value : null;
    }

    /// <summary>Whether both are the same day; a year that one of them leaves out does not count.</summary>
    public bool Agrees(CalendarDate other) => (Month, Day) == (other.Month, other.Day) && (Year == other.Year || Year == 0 || other.Year == 0);

    private static CalendarDate Of(Match match) => new(
        match.Groups["name"] is { Success: true } name ? "JanFebMarAprMayJunJulAugSepOctNovDec".IndexOf(name.Value[..3], StringComparison.Ordinal) / 3 + 1 : int.Parse(match.Groups["month"].Value),
        int.Parse(match.Groups["day"].Value), match.Groups["year"] is { Success: true } year ? int.Parse(year.Value) : 0);

    [GeneratedRegex(NameOf + @"\s+" + DayOf + @"(?:,?\s+" + YearOf + @")?\b|\b" + DayOf + @"\s+(?:of\s+)?" + NameOf + @"(?:,?\s+" + YearOf + @")?(?![A-Za-z0-9])|(?<![0-9-])" + YearOf + @"-(?<month>0[1-9]|1[0-2])-(?<day>[0-3][0-9])(?![0-9-])")]
    private static partial Regex Written();

    private const string NameOf = @"\b(?<name>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sep(?:t|tember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?";
    private const string DayOf = @"(?<day>[0-3]?[0-9])(?:st|nd|rd|th)?(?![0-9])";
    private const string YearOf = @"(?<year>[12][0-9]{3})";
}
