using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace DataEnvGym.Core.Artifacts;

/// <summary>Reads and writes artefacts of one JSON document per line.</summary>
public static class JsonLines
{
    private static readonly byte[] NewLine = "\n"u8.ToArray();

    /// <summary>Stores <paramref name="records"/> as JSON Lines, in order.</summary>
    public static Task<ArtifactRef> WriteLinesAsync<T>(
        this IArtifactStore store, string name, IEnumerable<T> records, JsonTypeInfo<T> type, CancellationToken cancellationToken) =>
        store.WriteAsync(
            name,
            async (stream, token) =>
            {
                var count = 0;
                foreach (var record in records)
                {
                    await JsonSerializer.SerializeAsync(stream, record, type, token);
                    await stream.WriteAsync(NewLine, token);
                    count++;
                }

                return count;
            },
            cancellationToken);

    /// <summary>Stores one JSON document.</summary>
    public static Task<ArtifactRef> WriteJsonAsync<T>(
        this IArtifactStore store, string name, T value, JsonTypeInfo<T> type, CancellationToken cancellationToken) =>
        store.WriteAsync(
            name,
            async (stream, token) =>
            {
                await JsonSerializer.SerializeAsync(stream, value, type, token);
                return 1;
            },
            cancellationToken);

    /// <summary>Reads every record of a JSON Lines artefact, in order.</summary>
    public static async Task<List<T>> ReadLinesAsync<T>(
        this IArtifactStore store, ArtifactRef artifact, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        await using var stream = await store.OpenReadAsync(artifact, cancellationToken);
        var records = new List<T>(artifact.Count);
        await foreach (var record in ReadAsync(stream, type, cancellationToken))
        {
            records.Add(record);
        }

        return records;
    }

    /// <summary>Reads one JSON document.</summary>
    /// <exception cref="ArtifactException">The document is the JSON null.</exception>
    public static async Task<T> ReadJsonAsync<T>(
        this IArtifactStore store, ArtifactRef artifact, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        await using var stream = await store.OpenReadAsync(artifact, cancellationToken);
        return await JsonSerializer.DeserializeAsync(stream, type, cancellationToken)
            ?? throw new ArtifactException($"{artifact.Name} holds no document.");
    }

    /// <summary>Reads the records of a stream of JSON Lines one by one, in order.</summary>
    /// <exception cref="ArtifactException">A line is the JSON null.</exception>
    public static async IAsyncEnumerable<T> ReadAsync<T>(
        Stream stream, JsonTypeInfo<T> type, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var record in JsonSerializer.DeserializeAsyncEnumerable(stream, type, topLevelValues: true, cancellationToken))
        {
            yield return record ?? throw new ArtifactException("A line holds the JSON null where a record belongs.");
        }
    }
}
