namespace DataEnvGym.Azure.Runs;

/// <summary>A stored artefact of a run.</summary>
/// <param name="Name">Its name in the run; a second content of a name ends in <c>~</c> and its hash.</param>
/// <param name="Length">Size in bytes.</param>
/// <param name="Count">Number of records in it.</param>
/// <param name="Sha256">Lower-case hexadecimal SHA-256 as its writer gave it; none if it gave none.</param>
public sealed record RunBlob(string Name, long Length, int Count, string? Sha256);

/// <summary>A stored artefact opened for reading.</summary>
/// <param name="Content">Its bytes as they are stored, fetched as they are read; can seek. An error if the artefact is replaced meanwhile.</param>
/// <param name="ContentType">Its media type.</param>
/// <param name="Version">Its entity tag, with quotation marks.</param>
public sealed record RunBlobContent(Stream Content, string ContentType, string Version) : IAsyncDisposable
{
    /// <summary>Closes the content.</summary>
    public ValueTask DisposeAsync() => Content.DisposeAsync();
}
