using System.Security.Cryptography;
using DataEnvGym.Core.Artifacts;

namespace DataEnvGym.Local.Artifacts;

/// <summary>Refers to artefacts by their names alone, for who looks at a run from outside.</summary>
internal static class ArtifactFiles
{
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
