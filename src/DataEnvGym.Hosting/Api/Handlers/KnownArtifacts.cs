using System.Text.RegularExpressions;

namespace DataEnvGym.Hosting.Api.Handlers;

/// <summary>The artefacts that are shown outside, and their types. What is not listed here does not exist as far as callers can tell.</summary>
internal static partial class KnownArtifacts
{
    /// <summary>The media type of an artefact; nothing if it is not shown.</summary>
    public static string? TypeOf(string name)
    {
        if (!Shown().IsMatch(name))
        {
            return null;
        }

        return Path.GetExtension(name) switch
        {
            ".json" => "application/json",
            ".jsonl" => "application/jsonl",
            ".md" => "text/markdown; charset=utf-8",
            ".png" => "image/png",
            _ => "application/octet-stream",
        };
    }

    /// <summary>The iteration and the round of a file of examples, what a person left of them being the last round; nothing if it is none.</summary>
    public static (int Iteration, int Round)? ExamplesOf(string name) => Rounds().Match(name) is { Success: true } match && match.Groups["kind"].Value == "examples"
        ? (int.Parse(match.Groups["iteration"].ValueSpan), RoundOf(match))
        : null;

    /// <summary>The round of one of an iteration's files that are called <c>NAME.jsonl</c>, <c>NAME-1.jsonl</c> and so on; nothing if it is none.</summary>
    public static int? RoundOf(string name, int iteration, string kind) =>
        Rounds().Match(name) is { Success: true } match && match.Groups["kind"].Value == kind && int.Parse(match.Groups["iteration"].ValueSpan) == iteration ? RoundOf(match) : null;

    private static int RoundOf(Match match) => match.Groups["round"] switch
    {
        { Success: false } => 0,
        { Value: "reviewed" } => int.MaxValue,
        var round => int.Parse(round.ValueSpan),
    };

    [GeneratedRegex(
        """
        \A(
          report\.(json|md) | curve\.png | pool\.jsonl | taxonomy-[0-9]{1,4}\.json
        | iteration-[0-9]{2,5}/( (observation|plan|tree)\.json | (probe|select|training|(examples|dropped|review)(-[0-9]{1,4})?|examples-reviewed|reviews|rejected|drafts-[0-9]{1,4}-[0-9]{1,4})\.jsonl )
        | test/(base|best)\.jsonl
        | checkpoints/(base|iteration-[0-9]{2,5})\.safetensors
        )\z
        """,
        RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Shown();

    [GeneratedRegex(@"\Aiteration-(?<iteration>[0-9]{2,5})/(?<kind>examples|review)(?:-(?<round>[0-9]{1,4}|reviewed))?\.jsonl\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Rounds();
}
