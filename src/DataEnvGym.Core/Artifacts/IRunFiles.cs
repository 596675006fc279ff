namespace DataEnvGym.Core.Artifacts;

/// <summary>
/// What runs have stored, found by name: for people who look at a run from outside, and for deleting one. Work inside a run goes by reference, through
/// <see cref="IArtifactStore"/>.
/// </summary>
public interface IRunFiles
{
    /// <summary>Every artefact of a run, sorted by name (ordinal); second contents under a name are left out.</summary>
    /// <param name="run">The run's id; one that has stored nothing has no files.</param>
    /// <param name="cancellationToken">Stops the listing.</param>
    IAsyncEnumerable<RunFile> ListAsync(string run, CancellationToken cancellationToken);

    /// <summary>Opens an artefact; nothing if there is none of that name. The content can be sought in and is the caller's to dispose of.</summary>
    /// <param name="run">The run's id.</param>
    /// <param name="name">See <see cref="ArtifactRef.Name"/>.</param>
    /// <param name="cancellationToken">Stops the opening.</param>
    /// <exception cref="ArtifactException">The id or the name is malformed.</exception>
    Task<OpenRunFile?> OpenReadAsync(string run, string name, CancellationToken cancellationToken);

    /// <summary>Deletes all that a run has stored, second contents included. What is gone already does not matter.</summary>
    Task DeleteAsync(string run, CancellationToken cancellationToken);
}

/// <summary>A stored artefact.</summary>
/// <param name="Name">See <see cref="ArtifactRef.Name"/>.</param>
/// <param name="Length">Size in bytes.</param>
/// <param name="Modified">When it was stored.</param>
public sealed record RunFile(string Name, long Length, DateTimeOffset Modified);

/// <summary>A stored artefact, opened.</summary>
/// <param name="File">What it is.</param>
/// <param name="Content">Its bytes, at their start.</param>
public sealed record OpenRunFile(RunFile File, Stream Content);
