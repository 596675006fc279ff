using System.Globalization;
using Azure.Storage.Blobs.Models;
using DataEnvGym.Core.Artifacts;

namespace DataEnvGym.Azure.Artifacts;

/// <summary>What a blob says of its content: the metadata <c>sha256</c> and <c>count</c>, and its type.</summary>
internal static class BlobContent
{
    private const string Sha256Key = "sha256";
    private const string CountKey = "count";

    public static Dictionary<string, string> Metadata(ArtifactRef artifact) =>
        new() { [Sha256Key] = artifact.Sha256, [CountKey] = artifact.Count.ToString(CultureInfo.InvariantCulture) };

    /// <summary>The hash that the writer gave; none for a blob of a writer that gave none.</summary>
    public static string? Sha256(IDictionary<string, string> metadata) => metadata.TryGetValue(Sha256Key, out var hash) ? hash : null;

    public static BlobHttpHeaders Headers(string name) => new() { ContentType = TypeOf(name) };

    private static string TypeOf(string name) => Path.GetExtension(name) switch
    {
        ".json" => "application/json",
        ".jsonl" => "application/jsonl",
        ".md" => "text/markdown; charset=utf-8",
        ".txt" => "text/plain; charset=utf-8",
        ".png" => "image/png",
        _ => "application/octet-stream",
    };
}
