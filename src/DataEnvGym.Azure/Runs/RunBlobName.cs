using DataEnvGym.Core.Artifacts;
using DataEnvGym.Core.Episodes;

namespace DataEnvGym.Azure.Runs;

/// <summary>Names of stored artefacts that come from outside.</summary>
internal static class RunBlobName
{
    /// <summary>What all blobs of a run begin with.</summary>
    /// <exception cref="ArtifactException">The id is malformed.</exception>
    public static string Prefix(string run) => RunId.TryParse(run, out var id) ? $"{id}/" : throw new ArtifactException($"'{run}' is no run id.");

    /// <summary>Refuses what is neither an artefact's name nor that of a second content.</summary>
    public static void Require(string name)
    {
        if (name.IndexOf('~', StringComparison.Ordinal) is >= 0 and var end)
        {
            ArtifactName.Require(new ArtifactRef(name[..end], 0, 0, name[(end + 1)..]));
        }
        else
        {
            ArtifactName.Require(name);
        }
    }
}
