using System.Text.RegularExpressions;
using DataEnvGym.Core.Artifacts;

namespace DataEnvGym.Local.Artifacts;

/// <summary>From an artefact's name to its file.</summary>
internal static partial class ArtifactPath
{
    private const int LongestName = 160;

    /// <summary>The file of a name.</summary>
    /// <exception cref="ArtifactException">The name could point out of the folder or trip over a file system.</exception>
    public static string Resolve(string folder, string name)
    {
        if (name.Length > LongestName || !Name().IsMatch(name))
        {
            throw new ArtifactException(
                $"'{(name.Length > LongestName ? name[..LongestName] + "…" : name)}' is no artefact name: use at most {LongestName} characters, in parts of "
                + "a-z, 0-9, '.', '_' and '-' that begin with a letter or digit, separated by '/'.");
        }

        return Path.Combine(folder, name.Replace('/', Path.DirectorySeparatorChar));
    }

    /// <summary>Where a second content under the same name goes; '~' occurs in no name.</summary>
    public static string Variant(string path, string sha256) => $"{path}~{sha256}";

    /// <summary>Whether text is a lower-case hexadecimal SHA-256, and so safe in a path.</summary>
    public static bool IsSha256(string text) => Sha256().IsMatch(text);

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9._-]*(/[a-z0-9][a-z0-9._-]*)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Name();

    [GeneratedRegex(@"\A[0-9a-f]{64}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Sha256();
}
