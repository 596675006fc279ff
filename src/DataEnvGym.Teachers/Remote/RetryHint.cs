using System.ClientModel.Primitives;
using System.Globalization;
using System.Text.RegularExpressions;

namespace DataEnvGym.Teachers.Remote;

/// <summary>
/// How long a service asks to wait, by the headers of its answer: <c>retry-after-ms</c> (Azure OpenAI), <c>Retry-After</c> in seconds or as a date (RFC 9110, 10.2.3),
/// else the reset of whichever limit is used up, such as <c>x-ratelimit-reset-tokens: 6m0s</c> (OpenAI's guide on rate limits).
/// </summary>
internal static partial class RetryHint
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);
    private static readonly string[] Limits = ["requests", "tokens"];

    /// <summary>The wait; nothing if the service does not say.</summary>
    public static TimeSpan? Read(PipelineResponseHeaders headers, DateTimeOffset now)
    {
        if (headers.TryGetValue("retry-after-ms", out var text) && Number(text) is { } milliseconds)
        {
            return Span(milliseconds / 1000);
        }

        if (headers.TryGetValue("Retry-After", out text))
        {
            return Number(text) is { } seconds ? Span(seconds)
                : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) && date > now ? date - now
                : null;
        }

        return Limits.Where(limit => headers.TryGetValue($"x-ratelimit-remaining-{limit}", out var left) && Number(left) == 0)
            .Select(limit => headers.TryGetValue($"x-ratelimit-reset-{limit}", out var reset) ? Duration(reset!) : null).Max();
    }

    private static TimeSpan? Duration(string text)
    {
        var match = DurationPattern().Match(text);
        return match.Success && text.Length > 0
            ? Span((Part("h") * 3600) + (Part("m") * 60) + Part("s") + (Part("ms") / 1000))
            : null;

        double Part(string name) => Number(match.Groups[name].Value) ?? 0;
    }

    private static TimeSpan Span(double seconds) => TimeSpan.FromSeconds(Math.Min(seconds, Longest.TotalSeconds));

    private static double? Number(string? text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    [GeneratedRegex(@"^((?<h>[0-9.]+)h)?((?<m>[0-9.]+)m)?((?<s>[0-9.]+)s)?((?<ms>[0-9.]+)ms)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex DurationPattern();
}
