namespace DataEnvGym.Core.Documents;

/// <summary>
/// Small JSON documents that change: job manifests, heartbeats, curricula. Every write is atomic; names follow <see cref="Artifacts.ArtifactName"/>.
/// </summary>
public interface IDocumentStore
{
    /// <summary>Reads a document; nothing if there is none.</summary>
    Task<StoredDocument?> FindAsync(string name, CancellationToken cancellationToken);

    /// <summary>Writes a document unless one of that name is there; of several writers, one wins.</summary>
    /// <returns>Whether this call made it.</returns>
    Task<bool> TryCreateAsync(string name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken);

    /// <summary>Writes a document if it still is as it was read; of several writers, one wins.</summary>
    /// <param name="name">The document.</param>
    /// <param name="content">Its new content.</param>
    /// <param name="version"><see cref="StoredDocument.Version"/> as read.</param>
    /// <param name="cancellationToken">Stops the write.</param>
    /// <returns>Whether it was replaced.</returns>
    Task<bool> TryReplaceAsync(string name, ReadOnlyMemory<byte> content, string version, CancellationToken cancellationToken);

    /// <summary>Writes a document over whatever is there. For documents with one writer.</summary>
    Task PutAsync(string name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken);

    /// <summary>Deletes a document, if there is one.</summary>
    Task DeleteAsync(string name, CancellationToken cancellationToken);

    /// <summary>The names of all documents below a folder, sorted.</summary>
    /// <param name="folder">A name; documents <c>folder/…</c> are listed, at any depth.</param>
    /// <param name="cancellationToken">Stops the listing.</param>
    IAsyncEnumerable<string> ListAsync(string folder, CancellationToken cancellationToken);
}

/// <summary>A document as it was read.</summary>
/// <param name="Content">Its bytes: JSON in UTF-8.</param>
/// <param name="Version">Opaque; another content has another version.</param>
public sealed record StoredDocument(ReadOnlyMemory<byte> Content, string Version);
