using DataEnvGym.Core.Json;
using DataEnvGym.Exchange.Chat;

namespace DataEnvGym.Cli.Commands;

/// <summary>The formats of other programs by the names that people type.</summary>
internal static class ExchangeWords
{
    public const string Parquet = "parquet";

    public const string Preference = "preference";

    public static IReadOnlyDictionary<string, ChatFormat> Chat { get; } = new Dictionary<string, ChatFormat>(StringComparer.Ordinal)
    {
        ["openai"] = ChatFormat.OpenAI,
        ["sharegpt"] = ChatFormat.ShareGpt,
        ["alpaca"] = ChatFormat.Alpaca,
    };

    /// <exception cref="UsageException">It is none of these.</exception>
    public static string Require(string format, params string[] others)
    {
        string[] known = [.. Chat.Keys, .. others];
        return known.Contains(format) ? format : throw new UsageException($"--format {format} is not known.{Suggestion.DidYouMean(format, known)} Use one of {string.Join(", ", known)}.");
    }

    /// <summary>A place for a file.</summary>
    /// <exception cref="UsageException">Its folder does not exist, or it is a folder itself.</exception>
    public static string RequirePlace(string path)
    {
        var full = Path.GetFullPath(path);
        return Directory.Exists(full) || !Directory.Exists(Path.GetDirectoryName(full))
            ? throw new UsageException($"{full} is no place for a file; name a file in a folder that exists with --out.")
            : full;
    }
}
