using System.Text.RegularExpressions;

namespace DataEnvGym.Core.Artifacts;

/// <summary>The one rule for names of stored things: safe as a path of every file system and as a blob name, whoever made it up.</summary>
public static partial class ArtifactName
{
    /// <summary>Most characters of a name.</summary>
    public const int Longest = 160;

    /// <summary>Whether a text follows the rule.</summary>
    public static bool IsValid(string name) => name is not null && name.Length <= Longest && Name().IsMatch(name);

    /// <summary>Refuses a name that could point out of its store or trip over a file system.</summary>
    /// <exception cref="ArtifactException">It is no such name.</exception>
    public static void Require(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (!IsValid(name))
        {
            throw new ArtifactException(
                $"'{(name.Length > Longest ? name[..Longest] + "…" : name)}' is no artefact name: use at most {Longest} characters, in parts of "
                + "a-z, 0-9, '.', '_' and '-' that begin with a letter or digit, separated by '/'.");
        }
    }

    /// <summary>Refuses a reference whose hash is not one, and so not safe in a path.</summary>
    /// <exception cref="ArtifactException">The name or the hash is malformed.</exception>
    public static void Require(ArtifactRef artifact)
    {
        ArgumentNullException.ThrowIfNull(artifact);
        Require(artifact.Name);
        if (!Sha256().IsMatch(artifact.Sha256))
        {
            throw new ArtifactException($"The reference to {artifact.Name} has '{artifact.Sha256}' where 64 lower-case hexadecimal digits belong.");
        }
    }

    /// <summary>Where a second content under the same name goes; '~' occurs in no name.</summary>
    public static string Variant(string path, string sha256) => $"{path}~{sha256}";

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9._-]*(/[a-z0-9][a-z0-9._-]*)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Name();

    [GeneratedRegex(@"\A[0-9a-f]{64}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Sha256();
}
