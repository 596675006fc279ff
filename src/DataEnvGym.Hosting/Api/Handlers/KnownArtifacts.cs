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

    /// <summary>The iteration and the round of a file of examples; nothing if it is none.</summary>
    public static (int Iteration, int Round)? ExamplesOf(string name) => Examples().Match(name) is { Success: true } match
        ? (int.Parse(match.Groups[1].ValueSpan), match.Groups[2].Success ? int.Parse(match.Groups[2].ValueSpan) : 0)
        : null;

    [GeneratedRegex(
        """
        \A(
          report\.(json|md) | curve\.png | taxonomy-[0-9]{1,4}\.json
        | iteration-[0-9]{2,5}/( (observation|plan|tree)\.json | (probe|select|training|(examples|dropped)(-[0-9]{1,4})?|drafts-[0-9]{1,4}-[0-9]{1,4})\.jsonl )
        | test/(base|best)\.jsonl
        | checkpoints/(base|iteration-[0-9]{2,5})\.safetensors
        )\z
        """,
        RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Shown();

    [GeneratedRegex(@"\Aiteration-([0-9]{2,5})/examples(?:-([0-9]{1,4}))?\.jsonl\z", RegexOptions.CultureInvariant)]
    private static partial Regex Examples();
}
