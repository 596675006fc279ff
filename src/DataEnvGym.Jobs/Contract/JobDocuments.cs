using System.Text.Json.Serialization.Metadata;
using DataEnvGym.Core.Documents;

namespace DataEnvGym.Jobs.Contract;

/// <summary>Reads and writes documents of the contract.</summary>
internal static class JobDocuments
{
    /// <summary>Reads a document; nothing if there is none.</summary>
    /// <exception cref="DocumentException">It is not what was expected.</exception>
    public static async Task<T?> ReadAsync<T>(this IDocumentStore documents, string name, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class =>
        await documents.FindAsync(name, cancellationToken) is { } found ? JobsJson.Read($"The document {name}", found.Content, type) : null;

    /// <summary>Reads a document; nothing if there is none, or none that can be read. For what a worker wrote, which must not bring others down.</summary>
    public static async Task<T?> TryReadAsync<T>(this IDocumentStore documents, string name, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            return await documents.ReadAsync(name, type, cancellationToken);
        }
        catch (DocumentException)
        {
            return null;
        }
    }

    /// <summary>Whether someone asked this attempt to stop.</summary>
    public static async Task<bool> IsCancelledAsync(this IDocumentStore documents, JobPaths paths, JobManifest manifest, CancellationToken cancellationToken) =>
        (await documents.TryReadAsync(paths.Cancel, JobsJson.Default.JobCancellation, cancellationToken))?.NonceSha256 == manifest.NonceSha256;
}
