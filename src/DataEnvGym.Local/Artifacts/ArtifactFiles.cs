using System.Security.Cryptography;
using DataEnvGym.Core.Artifacts;

namespace DataEnvGym.Local.Artifacts;

/// <summary>Refers to artefacts by their names alone, for who looks at a run from outside.</summary>
internal static class ArtifactFiles
{
    /// <summary>The files of a kind in an iteration's folder, <c>KIND.jsonl</c>, <c>KIND-1.jsonl</c> and so on, in the order in which they were written.</summary>
    public static IEnumerable<string> Named(string folder, string iteration, string kind) => Directory.Exists(Path.Combine(folder, iteration))
        ? Directory.EnumerateFiles(Path.Combine(folder, iteration), $"{kind}*.jsonl").Select(file => Path.GetFileName(file)!).OrderBy(file => file.Length).ThenBy(file => file, StringComparer.Ordinal)
        : [];

    /// <summary>A reference to the newest file of a kind: a top-up writes the whole selection anew, and so does a review.</summary>
    public static async Task<ArtifactRef?> DescribeNewestAsync(string folder, string iteration, string kind, CancellationToken cancellationToken) =>
        Named(folder, iteration, kind).LastOrDefault() is { } newest ? await DescribeAsync(folder, $"{iteration}/{newest}", cancellationToken) : null;

    /// <summary>A reference to what lies under a name now; nothing if there is no such file. Its count is not known and is 0.</summary>
    public static async Task<ArtifactRef?> DescribeAsync(string folder, string name, CancellationToken cancellationToken)
    {
        ArtifactName.Require(name);
        var path = Path.Combine(folder, name.Replace('/', Path.DirectorySeparatorChar));
        if (!File.Exists(path))
        {
            return null;
        }

        await using var stream = File.OpenRead(path);
        return new(name, stream.Length, 0, Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellationToken)));
    }
}
