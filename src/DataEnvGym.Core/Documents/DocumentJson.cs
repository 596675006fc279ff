using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace DataEnvGym.Core.Documents;

/// <summary>Reads and writes documents as typed values.</summary>
public static class DocumentJson
{
    /// <summary>Reads a document; nothing if there is none.</summary>
    /// <exception cref="DocumentException">It is not what was expected.</exception>
    public static async Task<Versioned<T>?> FindAsync<T>(this IDocumentStore store, string name, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class =>
        await store.FindAsync(name, cancellationToken) is { } found ? new(Parse(name, found.Content, type), found.Version) : null;

    /// <summary>See <see cref="IDocumentStore.TryCreateAsync"/>.</summary>
    public static Task<bool> TryCreateAsync<T>(this IDocumentStore store, string name, T value, JsonTypeInfo<T> type, CancellationToken cancellationToken) =>
        store.TryCreateAsync(name, JsonSerializer.SerializeToUtf8Bytes(value, type), cancellationToken);

    /// <summary>See <see cref="IDocumentStore.TryReplaceAsync"/>.</summary>
    public static Task<bool> TryReplaceAsync<T>(
        this IDocumentStore store, string name, T value, JsonTypeInfo<T> type, string version, CancellationToken cancellationToken) =>
        store.TryReplaceAsync(name, JsonSerializer.SerializeToUtf8Bytes(value, type), version, cancellationToken);

    /// <summary>See <see cref="IDocumentStore.PutAsync"/>.</summary>
    public static Task PutAsync<T>(this IDocumentStore store, string name, T value, JsonTypeInfo<T> type, CancellationToken cancellationToken) =>
        store.PutAsync(name, JsonSerializer.SerializeToUtf8Bytes(value, type), cancellationToken);

    private static T Parse<T>(string name, ReadOnlyMemory<byte> content, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(content.Span, type) ?? throw new DocumentException($"The document {name} holds the JSON null.");
        }
        catch (JsonException error)
        {
            throw new DocumentException($"The document {name} is not what was expected: {error.Message}", error);
        }
    }
}

/// <summary>A value and the version of the document that it was read from.</summary>
/// <param name="Value">The value.</param>
/// <param name="Version">See <see cref="StoredDocument.Version"/>.</param>
public sealed record Versioned<T>(T Value, string Version);

/// <summary>A document cannot be read as what it should be.</summary>
public sealed class DocumentException(string message, Exception? inner = null) : Workflows.PermanentException(message, inner);
