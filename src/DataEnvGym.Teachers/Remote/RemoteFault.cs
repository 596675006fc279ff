using System.ClientModel;

namespace DataEnvGym.Teachers.Remote;

/// <summary>What went wrong with one try of a call.</summary>
/// <param name="Problem">A sentence on it. What it quotes of the service is without the key.</param>
/// <param name="Passes">Whether another try may help.</param>
/// <param name="RetryAfter">How long the service asks to wait.</param>
internal sealed record RemoteFault(string Problem, bool Passes, TimeSpan? RetryAfter = null)
{
    private const int LongestQuote = 300;

    /// <summary>Whether the service would not read the prompt: its content filter answers so with an error in place of an answer.</summary>
    public bool IsFiltered { get; private init; }

    /// <summary>Whether the model may have answered, so that the request is charged for although nothing came of it.</summary>
    public bool MayBeCharged { get; init; }

    /// <summary>Whether the service says that it is asked too much.</summary>
    public bool IsBusy { get; private init; }

    /// <summary>Reads an error of the client.</summary>
    /// <param name="error">The error.</param>
    /// <param name="key">The key, which nobody may get to see; some services repeat it.</param>
    /// <param name="now">The time, for services that name the date of the next try.</param>
    public static RemoteFault Of(Exception error, string? key, DateTimeOffset now)
    {
        if (Causes(error).OfType<HttpRequestException>().Any(cause => cause.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded))
        {
            return new($"it answered with more than {BoundedAnswers.MaxBytes >> 20} MiB ({BoundedAnswers.MaxStreamBytes >> 20} MiB piece by piece); use a server that honours max_tokens.", Passes: false) { MayBeCharged = true };
        }

        return Causes(error).OfType<ClientResultException>().FirstOrDefault(cause => cause.Status != 0) is { } failed
            ? OfStatus(failed, key, now)
            : new(Quote(string.Join(" ", Causes(error).Select(cause => cause.Message).Distinct()), key), Passes: true) { MayBeCharged = !Causes(error).Any(IsUnsent) };
    }

    private static RemoteFault OfStatus(ClientResultException error, string? key, DateTimeOffset now)
    {
        var (status, response) = (error.Status, error.GetRawResponse());
        var body = response?.Content.ToString() ?? "";
        var text = $"it answered {status}: {Quote(body.Length == 0 ? error.Message : body, key)}";
        return status switch
        {
            400 when Says("content_filter") => new(text, Passes: false) { IsFiltered = true },

            // The account is empty: waiting does not fill it.
            429 when Says("insufficient_quota") => new(text, Passes: false),
            408 or 409 or 425 or 429 or >= 500 => new(text, Passes: true, response is null ? null : RetryHint.Read(response.Headers, now))
            {
                IsBusy = status is 429 or 503,

                // Given up on the way: the model behind a gateway may go on writing, and be charged for.
                MayBeCharged = status is 408 or 502 or 504,
            },
            _ => new(text, Passes: false),
        };

        bool Says(string code) => body.Contains(code, StringComparison.Ordinal) || error.Message.Contains(code, StringComparison.Ordinal);
    }

    private static bool IsUnsent(Exception error) => error is HttpRequestException
    {
        HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError,
    };

    private static IEnumerable<Exception> Causes(Exception? error)
    {
        for (; error is not null; error = error.InnerException)
        {
            yield return error;
        }
    }

    private static string Quote(string text, string? key)
    {
        var clean = key is null ? text : text.Replace(key, "***", StringComparison.Ordinal);
        var line = string.Join(' ', clean.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= LongestQuote ? line : line[..LongestQuote] + "…";
    }
}
