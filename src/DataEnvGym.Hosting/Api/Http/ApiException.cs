using DataEnvGym.Hosting.Api.Models;

namespace DataEnvGym.Hosting.Api.Http;

/// <summary>A request that is answered with a problem.</summary>
/// <param name="type">The kind of error.</param>
/// <param name="detail">What is wrong this time, and what to do; safe to show to the caller.</param>
internal sealed class ApiException(ProblemType type, string detail) : Exception(detail)
{
    private const int MostErrors = 50;
    private const int LongestText = 500;

    /// <summary>Field path and what is wrong with it.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Errors { get; init; } = [];

    /// <summary>Path of the episode that is concerned.</summary>
    public string? Episode { get; init; }

    /// <summary>A field or parameter that is wrong.</summary>
    public static ApiException Invalid(string field, string message) => new(ProblemType.InvalidRequest, $"{field}: {message}") { Errors = [new(field, message)] };

    /// <summary>The body of the answer. A caller can make up very many and very long errors; the first ones do.</summary>
    public Problem ToProblem() => new(type.Uri, type.Title, type.Status, Cut(Message))
    {
        Episode = Episode,
        Errors = Errors.Count == 0
            ? null
            : Errors.Take(MostErrors).GroupBy(error => Cut(error.Key), error => Cut(error.Value))
                .ToDictionary(group => group.Key, IReadOnlyList<string> (group) => [.. group], StringComparer.Ordinal),
    };

    private static string Cut(string text) => text.Length <= LongestText ? text : $"{text[..LongestText]}…";
}
