namespace DataEnvGym.Core.Artifacts;

/// <summary>
/// Where a run keeps what it makes. An artefact appears whole or not at all, and never changes afterwards.
/// </summary>
public interface IArtifactStore
{
    /// <summary>
    /// Stores what <paramref name="write"/> produces under <paramref name="name"/>. If an artefact of that name and hash is there already,
    /// it is the result, so that an activity may be run again after a crash.
    /// </summary>
    /// <param name="name">See <see cref="ArtifactRef.Name"/>.</param>
    /// <param name="write">Writes the content and returns the number of records written.</param>
    /// <param name="cancellationToken">Stops the write; nothing stays behind.</param>
    /// <returns>The reference of the stored artefact.</returns>
    Task<ArtifactRef> WriteAsync(string name, Func<Stream, CancellationToken, Task<int>> write, CancellationToken cancellationToken);

    /// <summary>Opens an artefact for reading from the start, after its length and SHA-256 were checked.</summary>
    /// <exception cref="ArtifactException">It is missing or its bytes are not those of the reference.</exception>
    Task<Stream> OpenReadAsync(ArtifactRef artifact, CancellationToken cancellationToken);

    /// <summary>Deletes what a reference points at, if it is there. Only for what nothing else refers to, such as the saved state of a finished training.</summary>
    Task DeleteAsync(ArtifactRef artifact, CancellationToken cancellationToken);
}
