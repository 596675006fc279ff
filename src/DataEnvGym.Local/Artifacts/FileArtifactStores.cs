using DataEnvGym.Core.Artifacts;
using DataEnvGym.Core.Episodes;
using DataEnvGym.Local.Runs;

namespace DataEnvGym.Local.Artifacts;

/// <summary>The artefacts of the runs in a folder.</summary>
/// <param name="root">The folder that holds all runs.</param>
public sealed class FileArtifactStores(string root) : IArtifactStores
{
    /// <inheritdoc/>
    public IArtifactStore Open(string run) => RunId.TryParse(run, out var id)
        ? FileArtifactStore.Open(new RunFolder(root, id).Artifacts)
        : throw new ArtifactException($"'{run}' is no run id.");
}
