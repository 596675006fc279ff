namespace DataEnvGym.Core.Artifacts;

/// <summary>The artefacts of many runs.</summary>
public interface IArtifactStores
{
    /// <summary>The artefacts of one run. Makes nothing.</summary>
    /// <param name="run">The run's id.</param>
    /// <exception cref="ArtifactException">The id is malformed.</exception>
    IArtifactStore Open(string run);
}
