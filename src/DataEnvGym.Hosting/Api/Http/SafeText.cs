using System.Text.RegularExpressions;

namespace DataEnvGym.Hosting.Api.Http;

/// <summary>Takes out of an error message what is nobody's business outside: secrets and where files lie on the server.</summary>
internal static partial class SafeText
{
    private const int Longest = 500;

    /// <summary>The first line of a message, without secrets and paths.</summary>
    public static string Of(string message)
    {
        var line = message.AsSpan().Trim();
        line = line[..(line.IndexOfAny('\r', '\n') is >= 0 and var end ? end : line.Length)];
        var text = line.Length <= Longest ? line.ToString() : $"{line[..Longest]}…";
        return Bearer().Replace(Path().Replace(Secret().Replace(text, "$1=…"), "…"), "$1 …");
    }

    /// <summary>An exception and its causes, type and message each, without secrets and paths.</summary>
    public static string Of(Exception error)
    {
        var causes = new List<string>();
        for (var cause = error; cause is not null && causes.Count < 5; cause = cause.InnerException)
        {
            causes.Add($"{cause.GetType().FullName}: {Of(cause.Message)}");
        }

        return string.Join(" ← ", causes);
    }

    [GeneratedRegex(@"\b(\w*(?:key|signature|secret|password|pwd|token|sig|code))\s*=\s*[^\s;&,'""]+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Secret();

    [GeneratedRegex(@"\b(bearer)\s+\S+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Bearer();

    [GeneratedRegex(@"(?<![\w:/.])/(?!api/)[^\s/'"":;,]+(?:/[^\s/'"":;,]+)+/?|\b[A-Za-z]:\\[^\s'"":;,]+|\\\\[^\s'"":;,]+", RegexOptions.CultureInvariant)]
    private static partial Regex Path();
}
